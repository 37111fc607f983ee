"""How all relations are shared out among few stars."""

from hypothesis import given

from entities.relations.stars import stars
from tests.entities.relations.graphs import edge, node, pairs

ONE, TWO, THREE, FOUR = (node(key) for key in range(1, 5))


class TestStars:
    @given(pairs())
    def test_hold_every_relation_once(self, graph):
        first, _, edges = graph
        held = [one.key for hub, tied in stars(edges, [first]) for one in tied]
        assert sorted(held) == sorted(one.key for one in edges)

    def test_stand_round_whoever_is_tied_most(self):
        edges = [edge(1, ONE, TWO), edge(2, THREE, TWO), edge(3, ONE, FOUR), edge(4, TWO, FOUR)]
        assert [(hub.name, [one.key for one in tied]) for hub, tied in stars(edges)] == [
            ("Firm 2", [1, 2, 4]),
            ("Firm 1", [3]),
        ]

    def test_begin_with_those_given(self):
        assert [hub for hub, _ in stars([edge(1, ONE, TWO), edge(2, THREE, TWO)], [THREE])] == [THREE, ONE]

    def test_leave_out_those_given_who_are_tied_to_nobody(self):
        assert [hub for hub, _ in stars([edge(1, ONE, TWO)], [THREE, TWO])] == [TWO]

    def test_stand_round_the_one_who_acts_where_only_two_are_tied(self):
        assert [hub for hub, _ in stars([edge(1, TWO, ONE)])] == [TWO]

    def test_go_round_by_the_duo_then_by_kind_and_name(self):
        others = [node(2, "b", rank=1), node(3, "B", rank=0), node(4, "a", rank=0), node(5, thread="indigo")]
        ((_, tied),) = stars([edge(n, ONE, other) for n, other in enumerate(others)], [ONE])
        assert [one.object.name for one in tied] == ["Firm 5", "a", "B", "b"]
