"""The picture of all."""

import pytest
from hypothesis import given, settings

from entities.relations.whole import whole
from tests.entities.relations.graphs import edge, meshes, node, outside, overlapping, strands

HUAWEI = node(1, "Huawei", thread="cinnabar")
SMIC = node(2, "SMIC", thread="indigo")
FEW = settings(max_examples=40, deadline=None)


def led_to(drawings):
    return sorted(strand.words.href for drawing in drawings for strand in strands(drawing))


class TestTheWhole:
    @given(meshes())
    @FEW
    def test_holds_every_relation_once_on_a_desk_and_once_in_the_hand(self, edges):
        drawn = whole(edges)
        every = sorted(one.url for one in edges)
        assert led_to((*drawn.on_a_desk, *drawn.others)) == every
        assert led_to((*drawn.in_the_hand, *drawn.others)) == every

    @given(meshes())
    @FEW
    def test_sets_no_words_on_others_and_stays_on_its_paper(self, edges):
        drawn = whole(edges)
        for drawing in (*drawn.on_a_desk, *drawn.in_the_hand, *drawn.others):
            assert overlapping(drawing) == outside(drawing) == []

    def test_draws_the_duo_together_on_a_desk_and_one_after_the_other_in_the_hand(self):
        drawn = whole([edge(1, SMIC, node(3)), edge(2, HUAWEI, node(4)), edge(3, node(3), node(5))])
        assert [drawing.hubs for drawing in drawn.on_a_desk] == ["Huawei and SMIC"]
        assert [drawing.hubs for drawing in drawn.in_the_hand] == ["Huawei", "SMIC"]
        assert [drawing.hubs for drawing in drawn.others] == ["Firm 3"]

    @pytest.mark.parametrize("edges", [[], [edge(1, node(3), node(4))]])
    def test_does_without_the_duo(self, edges):
        drawn = whole(edges)
        assert drawn.on_a_desk == drawn.in_the_hand == ()
        assert len(drawn.others) == len(edges)

    def test_does_with_one_of_the_duo(self):
        drawn = whole([edge(1, SMIC, node(3))])
        assert drawn.on_a_desk == drawn.in_the_hand
        assert [drawing.hubs for drawing in drawn.on_a_desk] == ["SMIC"]
