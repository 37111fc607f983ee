import pytest

from entities.search.weighing import Text, weights

LONG = " ".join(["other"] * 40)


def order(*texts: Text, phrases=(("chip",),)) -> list[int]:
    """The texts by their numbers, the nearest first."""
    found = weights(texts, phrases)
    return sorted(range(len(texts)), key=lambda n: -found[n])


class TestATextIsNearer:
    def test_when_it_has_the_words_more_often(self):
        assert order(Text("a", "chip and more"), Text("a", "chip and chip")) == [1, 0]

    def test_when_they_stand_in_its_title(self):
        assert order(Text("this", "chip chip chip"), Text("chip", "this and that")) == [1, 0]

    def test_when_it_is_short(self):
        assert order(Text("a", f"chip {LONG}"), Text("a", "chip other")) == [1, 0]

    def test_when_it_has_some_of_each_rather_than_much_of_one(self):
        phrases = [("chip",), ("wire",)]
        assert order(
            Text("a", "chip wire or chip or chip"), Text("a", "chip wire or chip or wire"), phrases=phrases
        ) == [1, 0]

    def test_when_the_words_of_a_phrase_stand_side_by_side(self):
        phrases = [("chip", "maker")]
        assert order(Text("a", "maker chip"), Text("a", "chip maker"), phrases=phrases) == [1, 0]


class TestAWeight:
    @pytest.mark.parametrize("body", ["chips", "microchip", "chi p", "an\nother"])
    def test_counts_whole_words_only(self, body):
        assert weights([Text("", body)], [("chip",)]) == [0]

    def test_counts_words_at_the_ends_of_lines(self):
        assert weights([Text("", "a xx\nchip xx\nb")], [("chip",)])[0] > 0

    def test_of_no_text_is_none(self):
        assert weights([], [("chip",)]) == []
        assert weights([Text("", "")], [("chip",)]) == [0]
