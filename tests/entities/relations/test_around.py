"""The picture around one entity: every relation once, readable whatever the names."""

import re

import pytest
from hypothesis import given, settings

from entities.relations.around import narrow, small, wide
from tests.entities.relations.graphs import LONG, edge, node, outside, overlapping, said, star, stars, strands

HUB = node(1, "Huawei", thread="cinnabar")
EACH = pytest.mark.parametrize("draw", [wide, narrow, small], ids=["wide", "narrow", "small"])
BOTH = pytest.mark.parametrize("draw", [wide, narrow], ids=["wide", "narrow"])
FEW = settings(max_examples=40, deadline=None)


def right_of(strand):
    tip, back = re.findall(r"[ML](\d+)", strand.head)[:2]
    return int(tip) > int(back)


@EACH
class TestAPicture:
    @given(graph=stars())
    @FEW
    def test_sets_no_words_on_others(self, draw, graph):
        assert overlapping(draw(*graph)) == []

    @given(graph=stars())
    @FEW
    def test_stays_on_its_paper(self, draw, graph):
        assert outside(draw(*graph)) == []

    @given(graph=stars())
    @FEW
    def test_holds_every_relation_once_and_is_the_same_every_time(self, draw, graph):
        hub, edges = graph
        drawing = draw(hub, edges)
        assert sorted(one.words.href for one in strands(drawing)) == sorted(one.url for one in edges)
        assert drawing == draw(hub, edges)

    @pytest.mark.parametrize("name", ["", *LONG])
    @pytest.mark.parametrize("neighbours", [0, 1, 2, 7, 40, 400])
    def test_can_be_read_however_many_there_are(self, draw, neighbours, name):
        drawing = draw(HUB, star(HUB, neighbours, name))
        assert overlapping(drawing) == outside(drawing) == []
        assert len({knot.name.said for knot in drawing.knots}) == neighbours


@BOTH
class TestAPictureOfTwoSides:
    def test_says_each_relation_as_a_sentence_that_is_read_from_left_to_right(self, draw):
        drawing = draw(HUB, [edge(0, HUB, node(2)), edge(1, node(3), HUB)])
        assert {strand.words.said for strand in strands(drawing)} == {
            "Huawei makes chips for Firm 2",
            "Firm 3 builds Huawei",
        }

    def test_points_every_line_to_the_right(self, draw):
        assert all(map(right_of, strands(draw(HUB, star(HUB, 12)))))

    def test_says_what_is_over_and_what_is_forecast(self, draw):
        edges = [edge(1, HUB, node(2), until="2019", has_ended=True), edge(1, HUB, node(3), is_forecast=True)]
        drawing = draw(HUB, edges)
        assert said(drawing) == ["until 2019: builds", "forecast: builds"]
        assert [strand.look for strand in strands(drawing)] == ["past", "forecast judged"]

    def test_holds_the_relations_with_one_neighbour_together(self, draw):
        smic = node(2, "SMIC", thread="indigo")
        (knot,) = draw(HUB, [edge(n, HUB, smic) for n in range(3)]).knots
        assert knot.bracket
        assert len(knot.strands) == 3
        assert knot.mark.letter == "S"

    def test_groups_neighbours_by_their_kinds(self, draw):
        edges = [edge(n, HUB, node(key)) for n, key in enumerate((4, 5, 8))]
        drawing = draw(HUB, edges)
        assert [text.lines for text in drawing.headings] == [("Companies",), ("States",)]
        assert [knot.name.said for knot in drawing.knots] == ["Firm 4", "Firm 8", "Firm 5"]


class TestTheSmallPicture:
    def test_is_worded_from_its_hub_and_points_back_at_it_where_that_is_what_is_said(self):
        drawing = small(HUB, [edge(1, HUB, node(2)), edge(1, node(3), HUB)])
        assert said(drawing) == ["builds", "built by"]
        assert [right_of(strand) for strand in strands(drawing)] == [True, False]

    def test_is_no_wider_than_a_phone_and_has_no_headings(self):
        drawing = small(HUB, star(HUB, 40))
        assert drawing.width <= 350
        assert drawing.headings == ()


class TestTheWidePicture:
    def test_puts_what_comes_on_the_left_and_what_goes_on_the_right(self):
        coming, going = wide(HUB, [edge(0, node(2), HUB), edge(1, HUB, node(3))]).knots
        assert coming.name.box.right < going.name.box.left

    def test_is_half_as_wide_where_one_side_has_nothing_to_say(self):
        assert wide(HUB, [edge(0, HUB, node(2))]).fits_the_text
        assert not wide(HUB, [edge(0, HUB, node(2)), edge(1, node(2), HUB)]).fits_the_text


class TestTheNarrowPicture:
    def test_is_no_wider_than_a_phone(self):
        assert narrow(HUB, star(HUB, 40)).width <= 330

    def test_puts_what_comes_above_what_goes(self):
        coming, going = narrow(HUB, [edge(0, node(2), HUB), edge(1, HUB, node(3))]).knots
        assert coming.name.box.bottom < going.name.box.top
