import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entities.search.words import beginnings, codes, words


class TestWords:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Huawei", "HUAWEI"),
            ("chips", "chip"),
            ("controlled exports", "control export"),
            ("Huawei’s", "Huawei"),
            ("the firms' money", "the firm money"),
            ("café", "cafe\u0301"),
            ("Citroën", "citroen"),
            ("7nm", "7 nm"),
            ("5G", "5 g"),
            ("ＳＭＩＣ", "SMIC"),
            ("中芯国际", "中 芯 国 际"),
            ("Straße", "strasse"),
        ],
    )
    def test_of_one_kind_of_spelling_are_those_of_the_other(self, one, other):
        assert codes(one) == codes(other)

    @pytest.mark.parametrize(
        ("one", "other"), [("SMIC", "SMICs-like"), ("华为", "为华"), ("x", "xx"), ("é", "x"), ("Ω", "omega")]
    )
    def test_of_different_texts_differ(self, one, other):
        assert codes(one) != codes(other)

    @pytest.mark.parametrize(
        "text", ["", " \n\t", "!?*()\"'", "🙂🙂", "\u202e\u200f", "\u0301\u0302", "、。"]
    )
    def test_are_none_where_there_is_no_letter_or_digit(self, text):
        assert codes(text) == []

    def test_stand_where_they_stand_in_the_text(self):
        text = "It is SMIC’s 7nm 芯片."
        assert [text[start:end] for _, start, end in words(text)] == [
            "It",
            "is",
            "SMIC’s",
            "7",
            "nm",
            "芯",
            "片",
        ]

    def test_that_somebody_begins_to_type_are_not_stemmed(self):
        assert beginnings("Controls") == ["controls"]

    @given(st.text())
    def test_have_codes_that_no_query_language_can_read_as_anything_else(self, text):
        assert all(re.fullmatch("[a-z0-9]+", code) for code in codes(text))

    @given(st.text(), st.text())
    def test_of_a_text_are_those_of_its_parts(self, one, other):
        assert codes(f"{one}\n{other}") == codes(one) + codes(other)
