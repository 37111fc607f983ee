"""Who, of all that two threads are tied to, is tied to which of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from entities.relations.graph import Edge, Node
from entities.relations.stars import by_other_end


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines to the first alone, from one to the other, to both, to the second alone."""

    first: list[Edge]
    across: list[Edge]
    of_both: tuple[list[Edge], list[Edge]]
    second: list[Edge]


def parts_of(first: Node, second: Node, edges: Sequence[Edge]) -> Parts:
    of_first, of_second = _apart(first, second, edges), _apart(second, first, edges)
    both = _others(of_first, first) & _others(of_second, second)
    shared_by_first, first_alone = _parted(of_first, first, both)
    shared_by_second, second_alone = _parted(of_second, second, both)
    across = [edge for edge in edges if edge.touches(first) and edge.touches(second)]
    across.sort(key=lambda edge: (edge.subject.key != first.key, edge.key))
    return Parts(first_alone, across, (shared_by_first, shared_by_second), second_alone)


def _apart(one: Node, other: Node, edges: Sequence[Edge]) -> list[Edge]:
    """To the one and not to the other."""
    return by_other_end((edge for edge in edges if edge.touches(one) and not edge.touches(other)), one)


def _others(edges: list[Edge], hub: Node) -> set[int]:
    return {edge.other_end(hub).key for edge in edges}


def _parted(edges: list[Edge], hub: Node, keys: set[int]) -> tuple[list[Edge], list[Edge]]:
    """Those that lead to some of `keys`, and those that do not."""
    leads = [(edge, edge.other_end(hub).key in keys) for edge in edges]
    return [edge for edge, does in leads if does], [edge for edge, does in leads if not does]
