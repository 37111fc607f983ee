import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipduo.typesetting import balanced, filled, fitted


class TestFilled:
    def test_puts_as_many_words_as_fit_to_a_line(self):
        assert filled("a bb ccc dddd", len, 6) == ["a bb", "ccc", "dddd"]

    def test_cuts_a_word_that_no_line_holds(self):
        assert filled("abcdefgh", len, 3) == ["abc", "def", "gh"]

    def test_keeps_an_article_with_its_word(self):
        assert filled("From The Road to a Duo", len, 12) == ["From", "The Road to", "a Duo"]

    def test_has_no_line_for_no_words(self):
        assert filled(" \n ", len, 10) == []


class TestBalanced:
    def test_makes_lines_of_about_one_width(self):
        assert balanced("one two three four", len, 14) == ["one two", "three four"]

    def test_cuts_no_word_for_it(self):
        assert balanced("The Geopolitical Chessboard", len, 26) == ["The Geopolitical", "Chessboard"]

    @given(st.text("ab ", max_size=60), st.integers(3, 20))
    def test_takes_no_more_lines_and_no_more_width_than_filling_does(self, text, width):
        lines = balanced(text, len, width)
        assert len(lines) <= len(filled(text, len, width))
        assert all(len(line) <= width for line in lines)
        assert "".join(lines).replace(" ", "") == "".join(text.split())


class TestFitted:
    @pytest.mark.parametrize(("text", "line"), [("short", "short"), ("a long, long line", "a long…")])
    def test_says_that_there_is_more(self, text, line):
        assert fitted(text, len, 8) == line
