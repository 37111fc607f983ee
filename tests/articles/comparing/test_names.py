"""Keys made from words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.comparing.names import Names

HEADINGS = [
    ("The Rise of Chinese Tech Giants", "the-rise-of-chinese-tech-giants"),
    ("Huawei's Chip Needs: A Driving Force", "huaweis-chip-needs-a-driving-force"),
    ("Huawei’s 7‑nm chip, 2019–2023", "huaweis-7-nm-chip-2019-2023"),
    ("Café Société", "cafe-societe"),
    ("  R&D — 3.5% ", "r-d-3-5"),
    ("SMIC (中芯国际)", "smic"),
    ("ＳＭＩＣ", "smic"),
    ("华为的崛起", "h-ca73a7"),
    ("…", "h-b49358"),
    ("word " * 20, "word-word-word-word-word-word-word-word-word-word-word-word"),
    ("x" * 200, "x" * 60),
]


class TestNames:
    @pytest.mark.parametrize(("heading", "slug"), HEADINGS)
    def test_of_headings_are_their_slugs(self, heading, slug):
        assert Names([]).give("heading", heading) == slug

    @pytest.mark.parametrize("kind", ["paragraph", "list_item", "table", "image"])
    def test_of_other_passages_are_short_digests(self, kind):
        assert Names([]).give(kind, "华为 and SMIC.") == "p-9d80ab"
        assert Names([]).give(kind, "") == "p-e3b0c4"

    def test_that_are_taken_are_numbered(self):
        names = Names(["notes", "notes-3"])
        assert [names.give("heading", "Notes") for _ in range(3)] == ["notes-2", "notes-4", "notes-5"]

    @given(
        st.lists(
            st.tuples(
                st.sampled_from(["heading", "paragraph"]),
                st.sampled_from(["A", "A 2", "A-2", "a"]) | st.text(),
            )
        ),
        st.sets(st.sampled_from(["a", "a-2", "a-2-2", "p-559aea"])),
    )
    def test_are_never_given_twice_and_fit_an_address(self, passages, taken):
        names = Names(taken)
        given_names = [names.give(kind, text) for kind, text in passages]
        assert len({*given_names, *taken}) == len(given_names) + len(taken)
        assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) and len(name) < 80 for name in given_names)

    def test_of_thousands_of_equal_headings_take_no_search_each(self):
        names = Names([])
        assert [names.give("heading", "Notes") for _ in range(50_000)][-1] == "notes-50000"
