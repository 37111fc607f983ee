"""The picture of two threads side by side: what is tied to one of them stands outside, what is tied to both between them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from entities.lettering import width, wrapped
from entities.relations.around import BELOW_TITLE, EDGE, TITLE, mark, title
from entities.relations.fan import BETWEEN_KNOTS, BETWEEN_ROWS, LEFT, MARGIN, RIGHT, Fan, Style, fan
from entities.relations.graph import Edge, Node
from entities.relations.parts import parts_of
from entities.relations.shapes import Drawing, Knot, Strand, Text, Thread, block
from entities.relations.strands import baseline, head, headings, knots, past

STYLE = Style(bend=14, phrase=140, name=146, small=13, large=15)
APART = 2 * (STYLE.to_names + MARGIN) + STYLE.name  # one thread from the other
FIRST_AT = EDGE + STYLE.width
SECOND_AT = FIRST_AT + APART
BETWEEN = FIRST_AT + APART // 2
AWAY = 40  # of words from both threads
ACROSS = "Between the two"


def duo(first: Node, second: Node, edges: Sequence[Edge]) -> Drawing:
    """Of those `edges` that touch one of the two."""
    parts = parts_of(first, second, edges)
    left, right = fan(first, parts.first, STYLE, LEFT), fan(second, parts.second, STYLE, RIGHT)
    inner = _bridge(first, second, parts.of_both)
    names = title(first, APART, FIRST_AT, EDGE, "middle"), title(second, APART, SECOND_AT, EDGE, "middle")
    top = EDGE + max(block(name.lines, TITLE) for name in names) + BELOW_TITLE
    across, below = _across(first, parts.across, top)
    height = max(left.height, below - top + inner[0].height, right.height)
    over = [(ACROSS, top)] if across else []
    over += [(kind, below + y - STYLE.small) for kind, y in inner[0].headings]
    return Drawing(
        SECOND_AT + STYLE.width + EDGE,
        top + height + EDGE,
        (_thread(first, names[0], top, height), _thread(second, names[1], top, height)),
        (*knots(left, FIRST_AT, top), *across, *_shared(*inner, below), *knots(right, SECOND_AT, top)),
        (*headings(left, FIRST_AT, top), *map(_heading, over), *headings(right, SECOND_AT, top)),
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


def _heading(of: tuple[str, int]) -> Text:
    kind, top = of
    return Text(BETWEEN, top + STYLE.small, (kind,), STYLE.small, "middle")


def _thread(node: Node, name: Text, top: int, height: int) -> Thread:
    line = f"M{name.x} {top - BELOW_TITLE + 10}V{top + height}"
    return Thread(line, name, node.thread, mark(node, name.x, top - BELOW_TITLE + 12))
