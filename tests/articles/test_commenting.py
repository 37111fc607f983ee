import pytest

from articles.commenting import place_of, spaced

PASSAGES = [
    "Huawei designs phones.",
    "SMIC makes chips in Shanghai.",
    "SMIC makes chips, and Huawei buys them.",
]


class TestPlaceOf:
    @pytest.mark.parametrize(
        ("quote", "place"),
        [
            ("designs phones", 0),
            ("chips in Shanghai", 1),
            ("makes chips in", 1),
            ("buys them", 2),
            ("designs laptops", None),
            ("phones. SMIC", None),
            ("", None),
        ],
    )
    def test_is_the_passage_with_the_words(self, quote, place):
        assert place_of(quote, "", PASSAGES) == place

    @pytest.mark.parametrize(
        ("context", "place"),
        [("SMIC makes chips in Beijing.", 1), ("SMIC makes chips, and Apple buys them.", 2), ("", 1)],
    )
    def test_is_the_one_most_like_where_the_words_stood(self, context, place):
        assert place_of("SMIC makes", context, PASSAGES) == place

    def test_is_found_whatever_the_line_breaks(self):
        assert place_of(spaced("\nmakes  chips\r\nin "), "", PASSAGES) == 1

    def test_is_nowhere_in_no_text(self):
        assert place_of("SMIC", "SMIC", []) is None
