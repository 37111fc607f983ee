"""The room that words take, and how they are broken to fit it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entities.lettering import ELLIPSIS, shortened, width, wrapped

words = st.text(st.sampled_from("aiwMW 芯華ع-–\u0301\u200d😀é") | st.characters(codec="utf-8"), max_size=80)
rooms = st.floats(3, 20)


class TestWidth:
    @pytest.mark.parametrize(
        ("narrow", "wide"), [("ill", "www"), ("SMIC", "中芯国际"), ("a", "aa"), ("e", "😀")]
    )
    def test_tells_narrow_words_from_wide_ones(self, narrow, wide):
        assert width(narrow) < width(wide)

    @pytest.mark.parametrize(("text", "ems"), [("", 0), ("华为", 2), ("e\u0301", width("e")), ("\u200d", 0)])
    def test_is_in_ems(self, text, ems):
        assert width(text) == ems


class TestWrapped:
    @pytest.mark.parametrize(
        ("text", "room", "lines"),
        [
            ("builds", 10, ("builds",)),
            ("", 10, ("",)),
            ("formed a research venture with", 15, ("formed a research", "venture with")),
            ("US Department of Defense", 9, ("US Department", "of Defense")),
            ("Huawei–SMIC partnership", 9, ("Huawei–SMIC", "partnership")),
            ("  two \n words  ", 20, ("two words",)),
            ("中国集成电路产业投资基金", 6, ("中国集成电路", "产业投资基金")),
        ],
    )
    def test_breaks_into_few_and_even_lines(self, text, room, lines):
        assert wrapped(text, room) == lines

    def test_ends_what_is_over_in_an_ellipsis(self):
        lines = wrapped("word " * 100, 6, most=3)
        assert len(lines) == 3
        assert lines[-1].endswith(ELLIPSIS)

    @given(words, rooms)
    def test_is_never_wider_than_its_room(self, text, room):
        assert all(width(line) <= room for line in wrapped(text, room))

    @given(words, rooms)
    def test_loses_nothing_but_spaces(self, text, room):
        assert "".join("".join(wrapped(text, room, most=10**6)).split()) == "".join(text.split())

    @given(words, rooms)
    def test_breaks_the_same_way_every_time(self, text, room):
        assert wrapped(text, room) == wrapped(text, room)


class TestShortened:
    @given(words, rooms)
    def test_is_never_wider_than_its_room(self, text, room):
        assert width(shortened(text, room)) <= room

    def test_keeps_its_first_words(self):
        assert shortened("SMIC lists in New York, and Hong Kong", 15) == "SMIC lists in New York…"

    def test_leaves_alone_what_fits(self):
        assert shortened("  as it is ", 17) == "  as it is "
