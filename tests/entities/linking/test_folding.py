import itertools
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entities.linking.folding import breaks, fold, level, read
from tests.entities.spellings import texts

EVERY_CHARACTER = "".join(map(chr, range(sys.maxunicode + 1)))


class TestFold:
    def test_keeps_the_length_of_every_character(self):
        assert [c for c in EVERY_CHARACTER if len(fold(c)) != 1] == []

    def test_is_the_same_done_twice(self):
        assert [c for c in EVERY_CHARACTER if fold(fold(c)) != fold(c)] == []

    @pytest.mark.parametrize(
        ("one", "other"), [("ΣΑΣ", "σας"), ("İ", "i"), ("Huawei’s", "HUAWEI'S"), ("a\u00a0b‑c", "A\nB-C")]
    )
    def test_makes_equal_what_differs_in_case_or_typography(self, one, other):
        assert fold(one) == fold(other)

    def test_levels_without_touching_case(self):
        assert level("SMIC’s\u00a0A‑B") == "SMIC's A-B"


class TestRead:
    @given(texts | st.text())
    @settings(deadline=None)
    def test_composes_as_unicode_does(self, text):
        assert read(text).level == level(unicodedata.normalize("NFC", text))

    @given(texts | st.text())
    @settings(deadline=None)
    def test_leads_back_to_the_same_words(self, text):
        reading = read(text)
        places = sorted({origin: at for at, origin in reversed(list(enumerate(reading.origins)))}.values())
        for start, end in itertools.pairwise(places):
            own = text[reading.origins[start] : reading.origins[end]]
            assert level(unicodedata.normalize("NFC", own)) == reading.level[start:end]

    def test_costs_nothing_where_the_text_is_composed(self):
        assert read("华为 é").origins == range(5)


class TestBreaks:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("Huawei", "'s"),
            ("Huawei", "-SMIC"),
            ("在", "SMIC"),
            ("SMIC", "公司"),
            ("SMIC", "는"),
            ("😀", "Huawei"),
            ("⚡\ufe0f", "Huawei"),
            ("1\ufe0f\u20e3", "Huawei"),
            ("_", "a"),
            ("a", "_"),
            ("C++", "11"),
            ("", "a"),
            ("a", ""),
        ],
    )
    def test_between(self, before, after):
        assert breaks(before + after, len(before), whole_word=True)

    @pytest.mark.parametrize(
        ("before", "after"),
        [("Hua", "wei"), ("A", "1"), ("e", "\u0301"), ("q\u0308", "z"), ("⚡", "\ufe0f"), ("か", "\u309a")],
    )
    def test_never_between(self, before, after):
        assert not breaks(before + after, len(before), whole_word=True)
        assert not breaks(before + after, len(before), whole_word=False)

    @pytest.mark.parametrize(
        ("before", "after"), [("华", "为"), ("화", "웨이"), ("ファ", "ー"), ("か\u309a", "か")]
    )
    def test_only_for_parts_of_words_between(self, before, after):
        assert breaks(before + after, len(before), whole_word=False)
        assert not breaks(before + after, len(before), whole_word=True)
