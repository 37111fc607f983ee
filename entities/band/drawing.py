"""The band: a picture of events to scale. Phases lie above, then a lane for each of the duo, for both, and for all others."""

from collections.abc import Sequence
from dataclasses import dataclass

from entities.band.happenings import UNDATED, Era, Happening
from entities.band.lanes import LaneDrawn, More, Room, lay_lanes
from entities.band.marks import ROOM, SIZE, Words
from entities.band.packing import GAP
from entities.band.strips import Strip, lay_strips, pile_strips
from entities.band.strokes import n
from entities.band.timescale import Timescale, Window
from entities.lettering import width

INSET = 19  # what is drawn around a day at either end needs this much
AXIS = 22  # its height, with the years
HEAD = SIZE + 10  # over what is undated
TICKS = 16  # between the names of two


@dataclass(frozen=True, slots=True)
class Form:
    """How much room there is. Names of lanes stand in the `gutter`, and what has no date `aside`; where that is 0, below."""

    name: str
    width: float
    gutter: float
    aside: float
    rows: int


WIDE = Form("wide", 1144, 76, 230, 5)
MIDDLE = Form("middle", 580, 0, 0, 5)
NARROW = Form("narrow", 316, 0, 0, 4)


@dataclass(frozen=True, slots=True)
class Band:
    """`axis` is the height below which the years stand."""

    form: Form
    left: float
    right: float
    axis: float
    height: float
    ticks: Sequence[Words]
    strips: Sequence[Strip]
    lanes: Sequence[LaneDrawn]
    undated: Sequence[Strip]
    undated_head: Words | None
    edge: str  # between what has a date and what has none, as SVG path data


def draw(
    happenings: Sequence[Happening], eras: Sequence[Era], window: Window, form: Form, more: More
) -> Band:
    """`eras` hold what is undated: those with dates are drawn where they lie, and the others apart."""
    apart = [era for era in eras if era.extent is None]
    right = form.width - (form.aside if apart else 0)
    scale = Timescale(window, form.gutter + INSET, right - INSET)
    strips = lay_strips(eras, 0, scale, form.gutter, right)
    top = max((strip.bottom for strip in strips), default=0)
    lanes = lay_lanes(happenings, top, Room(scale, form.gutter, right, form.rows, form.gutter, more))
    axis = lanes[-1].bottom if lanes else top + ROOM
    ticks = [
        Words(tick.place, axis + SIZE + 4, tick.text, "middle")
        for tick in scale.ticks(SIZE * width("2000") + TICKS)
    ]
    foot = axis + AXIS
    if not apart:
        return Band(form, form.gutter, right, axis, foot, ticks, strips, lanes, [], None, "")
    left, top = (right + INSET, 0) if form.aside else (0, foot)
    head = None if apart[0].title == UNDATED else Words(left, top + SIZE, "Not dated")
    undated = pile_strips(apart, top + (HEAD if head else GAP), left, form.width)
    height = max(foot, undated[-1].bottom)
    edge = f"M{n(left - INSET / 2)} 0V{n(height)}" if form.aside else f"M0 {n(foot)}H{n(right)}"
    return Band(form, form.gutter, right, axis, height, ticks, strips, lanes, undated, head, edge)
