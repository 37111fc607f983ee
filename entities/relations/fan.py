"""A fan: lines that leave one thread on one side, each with its words, for those that they lead to. Here it is placed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from entities.lettering import wrapped
from entities.relations.graph import Edge, Node
from entities.relations.shapes import block

LEFT, RIGHT = -1, 1
ARROW = 22  # from the words to the name: a stretch of line and its head
MARGIN = 8  # between the bend and the words, and before a name
MARK = 22  # the room of a mark beside a name
BETWEEN_ROWS, BETWEEN_KNOTS, AROUND_HEADING = 5, 9, 12


@dataclass(frozen=True, slots=True)
class Style:
    """The columns of a fan, outwards from its thread: where lines bend, phrases, names; and two sizes of type."""

    bend: int
    phrase: int
    name: int
    small: int
    large: int
    pitch: int = 0  # between lines where they leave the thread; 0: each leaves at its own height
    is_headed: bool = True  # by the kinds of neighbours

    @property
    def to_names(self) -> int:
        return self.bend + MARGIN + self.phrase + ARROW

    @property
    def width(self) -> int:
        return self.to_names + MARGIN + self.name


@dataclass(frozen=True, slots=True)
class Row:
    edge: Edge
    lines: tuple[str, ...]
    middle: int


@dataclass(frozen=True, slots=True)
class Sheaf:
    node: Node
    name: tuple[str, ...]
    rows: tuple[Row, ...]
    middle: int
    height: int
    reach: int = 0  # how much further than its column a line goes, to a name that stands in the middle


@dataclass(frozen=True, slots=True)
class Fan:
    """What stands at which height, from the top of the fan; nothing is drawn yet."""

    hub: Node
    side: int
    style: Style
    sheaves: tuple[Sheaf, ...]
    headings: tuple[tuple[str, int], ...]
    height: int

    def reader(self, edge: Edge) -> Node:
        """Where the line begins, read from left to right."""
        return self.hub if self.side == RIGHT else edge.other_end(self.hub)

    @property
    def rows(self) -> list[Row]:
        return [row for sheaf in self.sheaves for row in sheaf.rows]


def fan(
    hub: Node, edges: Iterable[Edge], style: Style, side: int, room: Mapping[int, int] | None = None
) -> Fan:
    """On the RIGHT of its hub, or on the LEFT; its words are those of lines that are read from left to right.

    Neighbours keep the order in which they first come, and so do their kinds. `room` is the height that is kept for
    each of them, by their keys.
    """
    sheaves: list[Sheaf] = []
    headings: list[tuple[str, int]] = []
    y = 0
    for kind, tied in groupby(_tied(hub, edges), key=lambda pair: pair[0].kind):
        if style.is_headed:
            y += AROUND_HEADING if headings else 0
            headings.append((kind, y + style.small))
            y += block((kind,), style.small) + BETWEEN_KNOTS
        for node, strands in tied:
            reader, kept = hub if side == RIGHT else node, (room or {}).get(node.key, 0)
            sheaves.append(_sheaf(node, strands, style, y, reader, kept=kept))
            y += sheaves[-1].height + BETWEEN_KNOTS
    return Fan(hub, side, style, tuple(sheaves), tuple(headings), y)


def _tied(hub: Node, edges: Iterable[Edge]) -> list[tuple[Node, list[Edge]]]:
    tied: dict[int, tuple[Node, list[Edge]]] = {}
    for edge in edges:
        other = edge.other_end(hub)
        tied.setdefault(other.key, (other, []))[1].append(edge)
    kinds = list(dict.fromkeys(node.kind for node, _ in tied.values()))
    return sorted(tied.values(), key=lambda pair: kinds.index(pair[0].kind))


def _sheaf(node: Node, edges: list[Edge], style: Style, top: int, reader: Node, *, kept: int) -> Sheaf:
    name = wrapped(node.name, (style.name - (MARK if node.thread else 0)) / style.large)
    phrases = [wrapped(edge.words_from(reader), style.phrase / style.small) for edge in edges]
    heights = [block(lines, style.small) for lines in phrases]
    tall = sum(heights) + BETWEEN_ROWS * (len(heights) - 1)
    height = max(tall, block(name, style.large), kept)
    y, rows = top + (height - tall) // 2, []
    for edge, lines, high in zip(edges, phrases, heights, strict=True):
        rows.append(Row(edge, lines, y + high // 2))
        y += high + BETWEEN_ROWS
    return Sheaf(node, name, tuple(rows), top + height // 2, height)
