"""The picture around one entity: what others do to it comes in from the left, what it does goes out to the right.

So every line is read from left to right, as the sentence that it stands for. Where there is no room for two sides
the thread first runs down the right edge, gathering, then crosses under the name and runs down the left edge.
"""

from collections.abc import Sequence
from dataclasses import replace

from entities.lettering import wrapped
from entities.relations.fan import LEFT, RIGHT, Fan, Style, fan
from entities.relations.graph import Edge, Node
from entities.relations.shapes import Drawing, Mark, Text, Thread, block
from entities.relations.strands import START, headings, knots

WIDE = Style(bend=84, phrase=190, name=176, small=13, large=16, pitch=8)
NARROW = Style(bend=12, phrase=116, name=138, small=12, large=15)
SMALL = replace(NARROW, is_headed=False)
EDGE = 10  # of the paper round what is drawn
TITLE = 24
BELOW_TITLE = 34
ROUND = 18  # how wide the thread turns


def wide(hub: Node, edges: Sequence[Edge]) -> Drawing:
    return _beside(*_sides(hub, edges, WIDE))


def narrow(hub: Node, edges: Sequence[Edge]) -> Drawing:
    coming, going = _sides(hub, edges, NARROW)
    return _below(coming, going) if coming.rows and going.rows else _beside(coming, going)


def small(hub: Node, edges: Sequence[Edge]) -> Drawing:
    """All on the right, worded from the hub; lines that are said of it point back at it."""
    placed = fan(hub, edges, SMALL, RIGHT)
    name = title(hub, SMALL.width, EDGE, 0, "start", size=SMALL.large)
    top = block(name.lines, SMALL.large) + 14
    line = f"M{EDGE} {top - 6}V{top + placed.height}"
    return Drawing(
        SMALL.width + 2 * EDGE,
        top + placed.height,
        (Thread(line, name, hub.thread),),
        tuple(knots(placed, EDGE, top)),
    )


def _sides(hub: Node, edges: Sequence[Edge], style: Style) -> tuple[Fan, Fan]:
    coming = [edge for edge in edges if edge.object.key == hub.key]
    going = [edge for edge in edges if edge.object.key != hub.key]
    return fan(hub, coming, style, LEFT), fan(hub, going, style, RIGHT)


def _beside(coming: Fan, going: Fan) -> Drawing:
    """The thread in the middle, or at the edge where one side has nothing to say."""
    hub, style = going.hub, going.style
    x = EDGE + (style.width if coming.rows else 0)
    anchor = "middle" if coming.rows and going.rows else START[LEFT if coming.rows else RIGHT]
    name = title(hub, style.width, x, EDGE, anchor)
    top = EDGE + block(name.lines, TITLE) + BELOW_TITLE
    height = max(coming.height, going.height)
    sides = [(side, top + (height - side.height) // 2) for side in (coming, going) if side.rows]
    line = f"M{x} {top - BELOW_TITLE + 10}V{top + height}"
    return Drawing(
        x + EDGE + (style.width if going.rows or not coming.rows else 0),
        top + height + EDGE,
        (Thread(line, name, hub.thread, mark(hub, x, top - BELOW_TITLE + 12)),),
        tuple(knot for side, at in sides for knot in knots(side, x, at)),
        tuple(heading for side, at in sides for heading in headings(side, x, at)),
    )


def _below(coming: Fan, going: Fan) -> Drawing:
    hub, left, right = going.hub, EDGE, EDGE + going.style.width
    name = title(hub, right - left, left, EDGE + coming.height + BELOW_TITLE // 2, "start")
    across = EDGE + coming.height + BELOW_TITLE // 2 + block(name.lines, TITLE) + 10
    top = across + BELOW_TITLE
    line = (
        f"M{right} {EDGE}V{across - ROUND}Q{right} {across} {right - ROUND} {across}"
        f"H{left + ROUND}Q{left} {across} {left} {across + ROUND}V{top + going.height}"
    )
    return Drawing(
        right + EDGE,
        top + going.height + EDGE,
        (Thread(line, name, hub.thread, mark(hub, (left + right) // 2, across)),),
        (*knots(coming, right, EDGE), *knots(going, left, top)),
        (*headings(coming, right, EDGE), *headings(going, left, top)),
    )


def title(hub: Node, room: int, x: int, top: int, anchor: str, *, size: int = TITLE) -> Text:
    lines = wrapped(hub.name, room / size)
    return Text(x, top + size, lines, size, anchor, hub.url, hub.name, hub.thread)


def mark(hub: Node, x: int, y: int) -> Mark | None:
    return Mark(x, y, hub.name[:1], hub.thread) if hub.thread else None
