"""The picture of all: the two threads and what is tied to them, and below them the others among themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from entities.relations.around import narrow, small
from entities.relations.duo import duo
from entities.relations.graph import Edge, Node
from entities.relations.shapes import Drawing
from entities.relations.stars import stars


@dataclass(frozen=True, slots=True)
class Whole:
    """The two threads as one drawing for a desk, and as two for the hand; `others` are small enough for both."""

    on_a_desk: tuple[Drawing, ...]
    in_the_hand: tuple[Drawing, ...]
    others: tuple[Drawing, ...]


def whole(edges: Sequence[Edge]) -> Whole:
    two = threads(edges)
    made = stars(edges, two)
    others = tuple(small(*star) for star in made if star[0] not in two)
    in_the_hand = tuple(narrow(*star) for star in made if star[0] in two)
    if len(two) < 2:
        return Whole(in_the_hand, in_the_hand, others)
    near = [edge for edge in edges if edge.touches(two[0]) or edge.touches(two[1])]
    return Whole((duo(*two, near),), in_the_hand, others)


def threads(edges: Sequence[Edge]) -> list[Node]:
    """The duo, as far as they are tied to anyone."""
    return sorted({node for edge in edges for node in edge.ends if node.thread}, key=lambda node: node.thread)
