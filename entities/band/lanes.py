"""Lanes: for each of the duo, for both, and for all others, with their events on as many rows as that takes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from entities.band.happenings import Happening
from entities.band.marks import COUNTED, RISE, ROOM, SIZE, Count, Figure, Mark, Words, figure_of
from entities.band.packing import GAP, Box, Place, pack
from entities.band.strokes import Lane
from entities.band.timescale import Timescale
from entities.lettering import shortened, width

LANES: dict[Lane, str] = {"cinnabar": "Huawei", "both": "Both", "indigo": "SMIC", "ink": "Others"}
LONGEST = 360  # words beside a mark

More = Callable[[int, int], str]  # the address of the events of some years


@dataclass(frozen=True, slots=True)
class Room:
    """What there is for lanes, from `left` to `right`, on at most so many rows each."""

    scale: Timescale
    left: float
    right: float
    rows: int
    gutter: float
    more: More


@dataclass(frozen=True, slots=True)
class LaneDrawn:
    """`base` is the line that its marks stand on."""

    lane: Lane
    base: float
    bottom: float
    name: Words
    marks: Sequence[Mark]
    counts: Sequence[Count]

    @property
    def second(self) -> float:
        """Where the other thread runs below the first, in the lane of both."""
        return self.base + 4


def lay_lanes(happenings: Iterable[Happening], top: float, room: Room) -> list[LaneDrawn]:
    """One under the other, without those that nothing falls into."""
    dated = [one for one in happenings if one.touches(room.scale.window)]
    laid: list[LaneDrawn] = []
    for lane in LANES:
        of_lane = [one for one in dated if one.lane == lane]
        if of_lane:
            laid.append(_lay(lane, of_lane, laid[-1].bottom if laid else top, room))
    return laid


def _lay(lane: Lane, happenings: Sequence[Happening], top: float, room: Room) -> LaneDrawn:
    figures = [figure_of(one, room.scale) for one in happenings]
    most = min(LONGEST, (room.right - room.left) / 2) / SIZE
    texts = [shortened(one.title, most) for one in happenings]
    boxes = [
        Box(figure.left, figure.right, SIZE * width(text), one.weight)
        for one, figure, text in zip(happenings, figures, texts, strict=True)
    ]
    places = pack(boxes, room.rows, room.left, room.right)
    if len(places) < len(boxes):  # the lowest row is left to numbers
        fewer = pack(boxes, room.rows - 1, room.left, room.right)
        places = {at: Place(place.row + 1, place.side) for at, place in fewer.items()}
    rows = 1 + max(place.row for place in places.values()) if places else 1
    base = top + rows * ROOM + GAP
    marks = [
        _mark(happenings[at], figures[at], texts[at], place, base) for at, place in sorted(places.items())
    ]
    left_over = [(happenings[at], figures[at].middle) for at in range(len(boxes)) if at not in places]
    below = base + 4 * (lane == "both")
    name = Words(0, base - GAP - 1 if room.gutter else below + SIZE + 1, LANES[lane])
    bottom = below + (2 * GAP if room.gutter else SIZE + 2 * GAP)
    return LaneDrawn(lane, base, bottom, name, marks, _counts(lane, left_over, base - GAP - ROOM / 2, room))


def _mark(happening: Happening, figure: Figure, text: str, place: Place, base: float) -> Mark:
    y = base - GAP - ROOM * (place.row + 0.5)
    words = {
        "right": Words(figure.right + GAP, y + RISE, text),
        "left": Words(figure.left - GAP, y + RISE, text, "end"),
        "inside": Words((figure.left + figure.right) / 2, y + RISE, text, "middle"),
    }.get(place.side)
    return Mark(
        happening,
        figure.shape(happening.lane, y),
        figure.left,
        y - ROOM / 2,
        figure.right - figure.left,
        words=words,
    )


def _counts(lane: Lane, left_over: Iterable[tuple[Happening, float]], y: float, room: Room) -> list[Count]:
    cells = max(1, int((room.right - room.left) // COUNTED))
    width = (room.right - room.left) / cells
    sorted_out: dict[int, list[Happening]] = {}
    for one, middle in left_over:
        sorted_out.setdefault(min(int((middle - room.left) // width), cells - 1), []).append(one)
    return [
        _count(lane, several, room.left + (cell + 0.5) * width, y, room)
        for cell, several in sorted(sorted_out.items())
    ]


def _count(lane: Lane, several: Sequence[Happening], x: float, y: float, room: Room) -> Count:
    window = room.scale.window
    first = max(window.first.year, min(one.years.start for one in several))
    last = min(window.last.year, max(one.years.stop - 1 for one in several))
    years = str(first) if first >= last else f"{first} to {last}"
    name = f"{len(several)} more event{'s' * (len(several) > 1)}, {LANES[lane]}, {years}"
    return Count(len(several), room.more(first, max(first, last)), name, lane, x, y)
