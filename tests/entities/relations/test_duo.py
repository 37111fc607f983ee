"""The picture of two threads: everyone once, beside the one or between the two."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entities.relations.duo import ACROSS, BETWEEN, FIRST_AT, SECOND_AT, duo
from tests.entities.relations.graphs import LONG, edge, node, outside, overlapping, pairs, said, strands

FIRST = node(1, "Huawei", thread="cinnabar")
SECOND = node(2, "SMIC", thread="indigo")
FEW = settings(max_examples=40, deadline=None)


def both(neighbours, name=""):
    """Each of them tied to both, or to one of them, in turn; and the two to each other."""
    made = [edge(0, FIRST, SECOND), edge(1, SECOND, FIRST)]
    for key in range(3, neighbours + 3):
        other = node(key, name and f"{name} {key}")
        made += [edge(10 * key, FIRST, other)] if key % 3 else []
        made += [edge(10 * key + 1, other, SECOND)] if key % 3 != 1 else []
    return made


def named(drawing):
    return {knot.name.said: knot.name for knot in drawing.knots if knot.name}


class TestThePictureOfTwo:
    @given(graph=pairs())
    @FEW
    def test_sets_no_words_on_others_and_stays_on_its_paper(self, graph):
        drawing = duo(*graph)
        assert overlapping(drawing) == outside(drawing) == []

    @given(graph=pairs())
    @FEW
    def test_holds_every_relation_once_and_is_the_same_every_time(self, graph):
        first, second, edges = graph
        drawing = duo(first, second, edges)
        assert sorted(one.words.href for one in strands(drawing)) == sorted(one.url for one in edges)
        assert drawing == duo(first, second, edges[::-1])

    @pytest.mark.parametrize("name", ["", *LONG])
    @pytest.mark.parametrize("neighbours", [0, 1, 2, 7, 40, 400])
    def test_can_be_read_however_many_there_are(self, neighbours, name):
        drawing = duo(FIRST, SECOND, both(neighbours, name))
        assert overlapping(drawing) == outside(drawing) == []
        assert len(named(drawing)) == neighbours

    def test_puts_who_is_tied_to_both_between_them_and_the_others_outside(self):
        edges = [edge(1, FIRST, node(3)), edge(2, node(4), SECOND)]
        edges += [edge(3, FIRST, node(5)), edge(4, SECOND, node(5))]
        places = named(duo(FIRST, SECOND, edges))
        assert places["Firm 3"].box.right < FIRST_AT
        assert places["Firm 4"].box.left > SECOND_AT
        assert places["Firm 5"].x == BETWEEN

    def test_runs_what_joins_the_two_from_thread_to_thread(self):
        drawing = duo(FIRST, SECOND, [edge(1, SECOND, FIRST), edge(2, FIRST, SECOND)])
        assert said(drawing) == ["learns what the market needs from", "built by"]
        assert [text.lines for text in drawing.headings] == [(ACROSS,)]
        assert [knot.thread for knot in drawing.knots] == ["cinnabar", "indigo"]

    def test_says_each_relation_as_a_sentence_that_is_read_from_left_to_right(self):
        edges = [edge(1, FIRST, node(3)), edge(5, FIRST, node(4)), edge(9, SECOND, node(4))]
        assert {strand.words.said for strand in strands(duo(FIRST, SECOND, edges))} == {
            "Firm 3 built by Huawei",
            "Huawei builds Firm 4",
            "Firm 4 built by SMIC",
        }

    def test_says_a_name_between_the_two_once_beside_all_its_lines(self):
        edges = [edge(n, hub, node(3)) for n, hub in enumerate((FIRST, FIRST, SECOND, SECOND))]
        (knot,) = duo(FIRST, SECOND, edges).knots
        assert len(knot.strands) == 4
        assert knot.bracket.count("M") == 2


class TestTheBox:
    @given(st.integers(0, 60))
    def test_of_each_name_in_the_middle_keeps_clear_of_its_lines(self, key):
        edges = [edge(1, FIRST, node(3, "x" * key + "y")), edge(2, SECOND, node(3, "x" * key + "y"))]
        (knot,) = duo(FIRST, SECOND, edges).knots
        left, right = (int(strand.line.rpartition("H")[2]) for strand in knot.strands)
        assert left <= knot.name.box.left
        assert knot.name.box.right <= right
