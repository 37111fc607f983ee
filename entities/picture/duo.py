"""The picture of two threads side by side: what is tied to one of them stands outside, what is tied to both between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from entities.picture.around import BELOW_TITLE, EDGE, TITLE, mark, title
from entities.picture.fan import BETWEEN_KNOTS, BETWEEN_ROWS, LEFT, MARGIN, RIGHT, Fan, Style, fan
from entities.picture.shapes import Drawing, Edge, Knot, Node, Strand, Text, Thread, block
from entities.picture.stars import by_other_end
from entities.picture.strands import baseline, head, headings, knots, past
from entities.picture.words import width, wrapped

STYLE = Style(bend=14, phrase=140, name=146, small=13, large=15)
APART = 2 * (STYLE.to_names + MARGIN) + STYLE.name  # one thread from the other
FIRST_AT = EDGE + STYLE.width
SECOND_AT = FIRST_AT + APART
BETWEEN = FIRST_AT + APART // 2
AWAY = 40  # of words from both threads
ACROSS = "Between the two"


@dataclass(frozen=True, slots=True)
class Parts:
    """Who is tied to which: the lines to the first alone, from one to the other, to both, to the second alone."""

    first: list[Edge]
    across: list[Edge]
    of_both: tuple[list[Edge], list[Edge]]
    second: list[Edge]


def duo(first: Node, second: Node, edges: Sequence[Edge]) -> Drawing:
    """Of those `edges` that touch one of the two."""
    parts = _parts(first, second, edges)
    outer = fan(first, parts.first, STYLE, LEFT), fan(second, parts.second, STYLE, RIGHT)
    inner = _bridge(first, second, parts.of_both)
    names = title(first, APART, FIRST_AT, EDGE, "middle"), title(second, APART, SECOND_AT, EDGE, "middle")
    top = EDGE + max(block(name.lines, TITLE) for name in names) + BELOW_TITLE
    strands, below = _across(first, parts.across, top)
    height = max(outer[0].height, below - top + inner[0].height, outer[1].height)
    return Drawing(
        SECOND_AT + STYLE.width + EDGE,
        top + height + EDGE,
        tuple(
            _thread(*one, top, height)
            for one in zip((first, second), names, (FIRST_AT, SECOND_AT), strict=True)
        ),
        (
            *knots(outer[0], FIRST_AT, top),
            *strands,
            *_shared(*inner, below),
            *knots(outer[1], SECOND_AT, top),
        ),
        (
            *headings(outer[0], FIRST_AT, top),
            *([_heading(ACROSS, top + STYLE.small)] if strands else []),
            *(_heading(kind, below + y) for kind, y in inner[0].headings),
            *headings(outer[1], SECOND_AT, top),
        ),
    )


def _parts(first: Node, second: Node, edges: Sequence[Edge]) -> Parts:
    of_first = by_other_end(
        (edge for edge in edges if edge.touches(first) and not edge.touches(second)), first
    )
    of_second = by_other_end(
        (edge for edge in edges if edge.touches(second) and not edge.touches(first)), second
    )
    near_first = {edge.other_end(first).key for edge in of_first}
    both = near_first & {edge.other_end(second).key for edge in of_second}
    return Parts(
        [edge for edge in of_first if edge.other_end(first).key not in both],
        sorted(
            (edge for edge in edges if edge.touches(first) and edge.touches(second)),
            key=lambda edge: (edge.subject.key != first.key, edge.key),
        ),
        (
            [edge for edge in of_first if edge.other_end(first).key in both],
            [edge for edge in of_second if edge.other_end(second).key in both],
        ),
        [edge for edge in of_second if edge.other_end(second).key not in both],
    )


def _bridge(first: Node, second: Node, edges: tuple[list[Edge], list[Edge]]) -> tuple[Fan, Fan]:
    """From either thread to the same names, each at one height."""
    of_first, of_second = edges
    alone = fan(first, of_first, STYLE, RIGHT), fan(second, of_second, STYLE, LEFT)
    room: dict[int, int] = {}
    for sheaf in (*alone[0].sheaves, *alone[1].sheaves):
        room[sheaf.node.key] = max(room.get(sheaf.node.key, 0), sheaf.height)
    left, right = fan(first, of_first, STYLE, RIGHT, room), fan(second, of_second, STYLE, LEFT, room)
    return _reaching(left), _reaching(right)


def _reaching(placed: Fan) -> Fan:
    """Its lines go on to names that stand in the middle of their column."""
    return replace(placed, sheaves=tuple(replace(one, reach=_beside(one.name)) for one in placed.sheaves))


def _beside(name: tuple[str, ...]) -> int:
    return int(STYLE.name - max(map(width, name)) * STYLE.large) // 2


def _across(first: Node, edges: list[Edge], top: int) -> tuple[list[Knot], int]:
    """Strands from thread to thread, and where what is below them begins."""
    if not edges:
        return [], top
    y, made = top + block((ACROSS,), STYLE.small) + BETWEEN_KNOTS, []
    for edge in edges:
        lines = wrapped(edge.words_from(first), (APART - 2 * AWAY) / STYLE.small)
        high = block(lines, STYLE.small)
        made.append(Knot(None, (_rung(first, edge, lines, y + high // 2),), edge.subject.thread))
        y += high + BETWEEN_ROWS
    return made, y + BETWEEN_KNOTS


def _rung(first: Node, edge: Edge, lines: tuple[str, ...], y: int) -> Strand:
    at = baseline(y, lines, STYLE.small)
    said = edge.sentence_from(first)
    words = Text(BETWEEN, at, lines, STYLE.small, "middle", edge.url, said)
    outward = edge.subject.key == first.key
    return Strand(
        line=f"M{FIRST_AT} {y}{past(words, y, RIGHT)}H{SECOND_AT}",
        head=head(SECOND_AT - 1, y, RIGHT) if outward else head(FIRST_AT + 1, y, LEFT),
        words=words,
        look=edge.look,
    )


def _shared(left: Fan, right: Fan, top: int) -> Iterator[Knot]:
    pairs = zip(knots(left, FIRST_AT, top), knots(right, SECOND_AT, top), strict=True)
    for one, other in pairs:
        yield Knot(
            name=replace(one.name, x=BETWEEN, anchor="middle"),
            strands=(*one.strands, *other.strands),
            bracket=one.bracket + other.bracket,
        )


def _heading(kind: str, y: int) -> Text:
    return Text(BETWEEN, y, (kind,), STYLE.small, "middle")


def _thread(node: Node, name: Text, x: int, top: int, height: int) -> Thread:
    line = f"M{x} {top - BELOW_TITLE + 10}V{top + height}"
    return Thread(line, name, node.thread, mark(node, x, top - BELOW_TITLE + 12))
