"""How two things are connected: the shortest chain of edges from one to the other, the same one each time."""

from collections import deque
from collections.abc import Iterable, Sequence
from typing import NamedTuple

LONGEST = 6  # steps: what is further apart than that, everything is


class Edge(NamedTuple):
    """Joins its two ends in both directions; `key` says which edge it is."""

    key: int
    one: int
    other: int

    def leads_to(self, end: int) -> int:
        return self.other if end == self.one else self.one


def shortest(edges: Sequence[Edge], start: int, goal: int, longest: int = LONGEST) -> list[Edge]:
    """The edges of the way in its order; none when there is none of at most `longest` steps.

    Of ways with as few steps the first by the order in which the edges are given, compared step by step.
    """
    beside = _by_end(edges)
    left = _steps_to(goal, beside, longest)
    way: list[Edge] = []
    at = start
    while at != goal and at in left:
        way.append(next(edge for edge in beside[at] if left.get(edge.leads_to(at)) == left[at] - 1))
        at = way[-1].leads_to(at)
    return way


def _by_end(edges: Iterable[Edge]) -> dict[int, list[Edge]]:
    found: dict[int, list[Edge]] = {}
    for edge in edges:
        for end in {edge.one, edge.other}:
            found.setdefault(end, []).append(edge)
    return found


def _steps_to(goal: int, beside: dict[int, list[Edge]], longest: int) -> dict[int, int]:
    """How many steps it takes from each place to the goal, where that is at most `longest`."""
    steps = {goal: 0}
    waiting = deque([goal])
    while waiting:
        at = waiting.popleft()
        for end in (edge.leads_to(at) for edge in beside.get(at, ())):
            if end not in steps and steps[at] < longest:
                steps[end] = steps[at] + 1
                waiting.append(end)
    return steps
