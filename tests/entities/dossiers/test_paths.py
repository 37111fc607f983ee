from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entities.dossiers.paths import Edge, shortest

PLACES = range(6)
GRAPHS = st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(PLACES)), max_size=12).map(
    lambda ends: [Edge(key, *pair) for key, pair in enumerate(ends)]
)


def ways(edges: list[Edge], start: int, goal: int, longest: int):
    """Every sequence of different edges that leads from start to goal, tried by brute force."""
    for steps in range(1, longest + 1):
        for chosen in permutations(edges, steps):
            at = start
            for edge in chosen:
                if at not in (edge.one, edge.other):
                    break
                at = edge.leads_to(at)
            else:
                if at == goal:
                    yield [edge.key for edge in chosen]


def keys(edges: list[Edge], *ends: int, **limit: int) -> list[int]:
    return [edge.key for edge in shortest(edges, *ends, **limit)]


class TestTheShortestWay:
    CHAIN = [Edge(10 + n, n, n + 1) for n in range(8)]

    def test_follows_edges_in_both_directions(self):
        assert keys(self.CHAIN, 0, 2) == [10, 11]
        assert keys(self.CHAIN, 2, 0) == [11, 10]

    def test_prefers_few_steps_to_early_edges(self):
        assert keys([*self.CHAIN, Edge(99, 0, 3)], 0, 3) == [99]

    def test_prefers_early_edges_among_ways_as_short(self):
        assert keys([Edge(2, 0, 1), Edge(1, 0, 1)], 0, 1) == [2]
        assert keys([Edge(1, 0, 2), Edge(2, 2, 3), Edge(3, 0, 1), Edge(4, 1, 3)], 0, 3) == [1, 2]

    def test_ends_where_it_is_asked_to(self):
        assert keys(self.CHAIN, 0, 3, longest=2) == []
        assert keys(self.CHAIN, 0, 3, longest=3) == [10, 11, 12]

    @pytest.mark.parametrize(("start", "goal"), [(0, 99), (99, 0), (98, 99), (0, 0)])
    def test_is_none_to_what_nothing_leads_to_and_to_itself(self, start, goal):
        assert keys(self.CHAIN, start, goal) == []

    def test_takes_a_moment_in_a_large_graph(self):
        ring = [Edge(n, n, (n + step) % 20_000) for n in range(20_000) for step in (1, 141)]
        assert len(shortest(ring, 0, 423)) == 3

    @given(GRAPHS, st.sampled_from(PLACES), st.sampled_from(PLACES))
    def test_is_the_first_that_trying_all_of_them_finds(self, edges, start, goal):
        found = ways(edges, start, goal, longest=3) if start != goal else ()
        assert keys(edges, start, goal, longest=3) == next(iter(found), [])
