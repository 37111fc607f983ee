"""All relations as few stars: each relation once, with whoever it is best read with."""

from collections import Counter
from collections.abc import Iterable, Sequence

from entities.relations.graph import Edge, Node

Star = tuple[Node, list[Edge]]


def stars(edges: Iterable[Edge], first: Sequence[Node] = ()) -> list[Star]:
    """Round those who come first, then again and again round whoever has most of what is left."""
    left, given, made = list(edges), list(first), []
    while left:
        hub = given.pop(0) if given else most_tied(left)
        mine = [edge for edge in left if edge.touches(hub)]
        left = [edge for edge in left if not edge.touches(hub)]
        if mine:
            made.append((hub, by_other_end(mine, hub)))
    return made


def most_tied(edges: Iterable[Edge]) -> Node:
    """The first of them where there are several."""
    ties = Counter(node for edge in edges for node in edge.ends)
    return max(ties, key=lambda node: ties[node])


def by_other_end(edges: Iterable[Edge], hub: Node) -> list[Edge]:
    """By who stands there: the duo, then by kind and name."""

    def place(edge: Edge) -> tuple[bool, int, str, int]:
        other = edge.other_end(hub)
        return not other.thread, other.rank, other.name.casefold(), edge.key

    return sorted(edges, key=place)
