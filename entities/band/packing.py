"""Boxes on a few rows, none over another: what weighs most goes first, and has its words beside it where they fit."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

Side = Literal["inside", "right", "left", ""]

GAP = 4  # between a box and its words
APART = 2  # between neighbours


@dataclass(frozen=True, slots=True)
class Box:
    """From `left` to `right`, with words that are `words` wide, or with none."""

    left: float
    right: float
    words: float = 0
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    row: int
    side: Side = ""  # of the box, where its words stand


@dataclass(slots=True)
class Row:
    start: float
    end: float
    taken: list[tuple[float, float]] = field(default_factory=list)

    def takes(self, left: float, right: float) -> bool:
        """Whether there was room, which is now taken."""
        if self._is_free(left, right):
            insort(self.taken, (left, right))
            return True
        return False

    def widens(self, old: tuple[float, float], new: tuple[float, float]) -> bool:
        self.taken.remove(old)
        if self.takes(*new):
            return True
        insort(self.taken, old)
        return False

    def _is_free(self, left: float, right: float) -> bool:
        at = bisect_left(self.taken, (left, right))
        before, after = self.taken[:at][-1:], self.taken[at : at + 1]
        return (
            self.start <= left
            and right <= self.end
            and all(other[1] + APART <= left for other in before)
            and all(right + APART <= other[0] for other in after)
        )


def pack(boxes: Sequence[Box], rows: int, start: float, end: float) -> dict[int, Place]:
    """Where the boxes go, by index. When it is crowded words give way first, then boxes, each by weight."""
    order = sorted(range(len(boxes)), key=lambda at: (-boxes[at].weight, boxes[at].left, boxes[at].right))
    placed: dict[int, Place] = {}
    on: list[Row] = []
    for worth_words in (0, *sorted({box.weight + 1 for box in boxes})):
        on = [Row(start, end) for _ in range(rows)]
        placed = {at: place for at in order if (place := _place(boxes[at], on, worth_words))}
        if len(placed) == len(boxes):
            break
    return {at: _worded(boxes[at], place, on) for at, place in placed.items()}


def spread(box: Box) -> Iterator[tuple[Side, tuple[float, float]]]:
    """Where the words may stand, and from where to where they and the box reach then."""
    if not box.words:
        return
    yield "right", (box.left, box.right + GAP + box.words)
    yield "left", (box.left - GAP - box.words, box.right)
    if box.words + 2 * GAP <= box.right - box.left:
        yield "inside", (box.left, box.right)


def _place(box: Box, rows: Sequence[Row], worth_words: int) -> Place | None:
    ways = list(spread(box)) if box.weight >= worth_words else []
    for side, reach in (*ways, ("", (box.left, box.right))):
        for number, row in enumerate(rows):
            if row.takes(*reach):
                return Place(number, side)
    return None


def _worded(box: Box, place: Place, rows: Sequence[Row]) -> Place:
    """With words after all, if there is room left for them where it is."""
    if place.side:
        return place
    row = rows[place.row]
    sides = (side for side, reach in spread(box) if row.widens((box.left, box.right), reach))
    return Place(place.row, next(sides, ""))
