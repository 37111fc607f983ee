"""What stands in a picture of time: a mark for one event, a number for several, and words beside them."""

from dataclasses import dataclass

from entities.band.happenings import Happening
from entities.band.strokes import Lane, Shape, knot, profile_of, stroke
from entities.band.timescale import Timescale

SIZE = 13  # of letters, in the units of the drawing, which are pixels at its full width
RISE = 4.5  # from the foot of a letter to its middle
ROOM = 24  # each way, for what can be pointed at
RADIUS = 6.5
COUNTED = 32  # the room that a number takes


@dataclass(frozen=True, slots=True)
class Words:
    x: float
    y: float
    text: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Mark:
    """Of one event; `left`, `top`, `width` and `height` are what can be pointed at."""

    of: Happening
    shape: Shape
    left: float
    top: float
    width: float
    height: float = ROOM
    words: Words | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """Of several events that there is no room for one by one; `x` and `y` are its middle."""

    number: int
    url: str
    name: str
    lane: Lane
    x: float
    y: float
    width: float = COUNTED - 4
    height: float = ROOM - 4

    @property
    def left(self) -> float:
        return self.x - self.width / 2

    @property
    def top(self) -> float:
        return self.y - self.height / 2

    @property
    def foot(self) -> float:
        return self.y + RISE


@dataclass(frozen=True, slots=True)
class Figure:
    """The shape of a dated event before it has a row, from `left` to `right` with its margin."""

    profile: list[tuple[float, float]]
    middle: float
    left: float
    right: float

    def shape(self, lane: Lane, y: float) -> Shape:
        return stroke(self.profile, y, RADIUS) if self.profile else knot(lane, self.middle, y, RADIUS)


def figure_of(happening: Happening, scale: Timescale) -> Figure:
    """A knot for what is known as closely as a knot can show; a stroke for what is longer, or less certain."""
    assert happening.extent
    profile = profile_of(happening.extent, scale)
    start, end = profile[0][0], profile[-1][0]
    middle = (start + end) / 2
    left, right = min(start, middle - ROOM / 2), max(end, middle + ROOM / 2)
    if end - start > 2.5 * RADIUS:
        return Figure(profile, middle, left, right)
    unsure = not happening.extent.is_certain or None in (happening.extent.earliest, happening.extent.latest)
    return Figure([(left, 0), (middle, 1), (right, 0)] if unsure else [], middle, left, right)


def undated_mark(happening: Happening, left: float, y: float) -> Mark:
    shape = knot(happening.lane, left + ROOM / 2, y, RADIUS)
    return Mark(happening, shape, left, y - ROOM / 2, ROOM)
