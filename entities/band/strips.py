"""Phases: each a line as long as it lasted, its name, and its undated events; those without dates lie apart from the line of time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from entities.band.extent import Extent
from entities.band.happenings import Era
from entities.band.marks import COUNTED, RISE, ROOM, SIZE, Count, Mark, Words, undated_mark
from entities.band.packing import GAP, Row
from entities.band.timescale import Timescale
from entities.lettering import shortened, width

HEIGHT = 32
LINE = 4  # from the top of a strip to its line
SPARE = 10  # between two strips


@dataclass(frozen=True, slots=True)
class Strip:
    era: Era
    start: float  # of its line
    end: float
    y: float
    words: Words
    marks: Sequence[Mark]
    count: Count | None
    bottom: float

    @property
    def line(self) -> float:
        return self.y + LINE


def lay_strips(eras: Iterable[Era], top: float, scale: Timescale, left: float, right: float) -> list[Strip]:
    """Those whose dates touch the picture, each at its time, on as few rows as they can share."""
    rows: list[Row] = []
    strips = []
    for era in eras:
        if era.extent and era.touches(scale.window):
            start, end = _line(era.extent, scale, left, right)
            length = min(_length(era), right - left)
            at = max(left, min(start, right - length))
            row = _row(rows, min(start, at), max(end, at + length) + SPARE, left, right + SPARE)
            strips.append(_strip(era, (start, end), at, length, top + row * HEIGHT))
    return strips


def pile_strips(eras: Iterable[Era], top: float, left: float, right: float) -> list[Strip]:
    """One under the other, each over all of the room; where the marks do not fit beside the name they go under it."""
    strips: list[Strip] = []
    for era in eras:
        y = strips[-1].bottom if strips else top
        under = _length(era) > right - left >= ROOM * len(era.undated)
        strips.append(_strip(era, (left, right), left, right - left, y, under=under))
    return strips


def _line(extent: Extent, scale: Timescale, left: float, right: float) -> tuple[float, float]:
    """An open end reaches as far as the picture does."""
    start = max(scale.begin(extent.earliest), left) if extent.earliest else left
    end = min(scale.finish(extent.latest), right) if extent.latest else right
    return min(start, right - GAP), max(end, min(start, right - GAP) + GAP)


def _length(era: Era) -> float:
    return SIZE * width(era.title) + GAP + ROOM * len(era.undated)


def _row(rows: list[Row], start: float, end: float, left: float, right: float) -> int:
    for number, row in enumerate(rows):
        if row.takes(start, end):
            return number
    rows.append(Row(left, right))
    rows[-1].takes(start, end)
    return len(rows) - 1


def _strip(
    era: Era, line: tuple[float, float], at: float, length: float, y: float, *, under: bool = False
) -> Strip:
    """Its undated events are counted where there is no room for a mark of each."""
    counted = not under and _length(era) > length
    title = shortened(era.title, (length - GAP - COUNTED if counted else length) / SIZE)
    words = Words(at, y + LINE + ROOM / 2 + RISE, title)
    after = at if under else at + SIZE * width(title) + GAP
    middle = y + LINE + ROOM * (1.5 if under else 0.5)
    marks = (
        [] if counted else [undated_mark(one, after + ROOM * n, middle) for n, one in enumerate(era.undated)]
    )
    count = _count(era, after + COUNTED / 2, middle) if counted and era.undated else None
    return Strip(era, *line, y, words, marks, count, y + HEIGHT + (ROOM if under else 0))


def _count(era: Era, x: float, y: float) -> Count:
    number = len(era.undated)
    name = f"{number} undated event{'s' * (number > 1)}, {era.title}"
    return Count(number, era.url, name, "ink", x, y)
