import time

import pytest

from articles.dates.vague_times import vague_times
from tests.articles.dates.test_redating import DATED

FINE = [
    "In 2019 it was now closed to others.",
    "Recently, on 16 May 2019, it was listed.",
    "Until now nobody knew.",
    "Now that the rules have changed, it sells less.",
    "Every now and then it stops.",
    "The now-defunct unit made phones.",
    "He said: “We currently sell phones.”",
    "Nowhere is it known; it snowed.",
    "The current flows through the gate.",
    "The last yearling; this yearbook.",
    "现在华为设计手机。",
    "",
]


class TestVagueTimes:
    @pytest.mark.parametrize("text", [text for text, _ in DATED])
    def test_are_found_once(self, text):
        assert len(vague_times(text)) == 1

    @pytest.mark.parametrize("text", FINE)
    def test_are_not_seen_where_there_are_none(self, text):
        assert vague_times(text) == []

    def test_are_dated_by_the_sentence_that_they_stand_in_and_by_no_other(self):
        text = "In 2019 it was listed. It currently sells phones."
        assert [text[one.start : one.end] for one in vague_times(text)] == ["currently"]

    @pytest.mark.parametrize("text", ["now " * 20_000, "last " * 20_000, "“" * 50_000, "now “" * 20_000])
    def test_of_any_text_are_found_in_a_moment(self, text):
        began = time.perf_counter()
        vague_times(text)
        assert time.perf_counter() - began < 2
