import time

import pytest

from articles.dates.in_text import dates_in


def found(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.when.edtf) for one in dates_in(text)]


class TestADate:
    @pytest.mark.parametrize(
        ("text", "words", "edtf"),
        [
            ("On 16 May 2019 it began.", "16 May 2019", "2019-05-16"),
            ("On May 16, 2019, it began.", "May 16, 2019", "2019-05-16"),
            ("It began in March 2004.", "March 2004", "2004-03"),
            ("It began in 1987, slowly.", "1987", "1987"),
            ("The founding (1987) was slow.", "1987", "1987"),
            ("Early 2020 was slow.", "Early 2020", "2020-37"),
            ("By mid-2023 it sold.", "mid-2023", "2023-38"),
            ("Sales of Q3 2023 rose.", "Q3 2023", "2023-35"),
            ("In the first quarter of 2024 they rose.", "first quarter of 2024", "2024-33"),
            ("All through the 2010s it grew.", "the 2010s", "201X"),
            ("Since September 2020 it has waited.", "Since September 2020", "2020-09/.."),
            ("After 2014 it grew.", "After 2014", "[2015..]"),
            ("It fell between April and June 2020.", "between April and June 2020", "[2020-04..2020-06]"),
            ("It ran from 17 to 18 March 2004.", "from 17 to 18 March 2004", "2004-03-17/2004-03-18"),
            ("It ran 2014–2019.", "2014–2019", "2014/2019"),
        ],
    )
    def test_is_found_where_the_words_name_one(self, text, words, edtf):
        assert found(text) == [(words, edtf)]

    def test_stands_beside_others_in_order(self):
        assert found("In 2019 and 2020, and on 3 May 2021.") == [
            ("2019", "2019"),
            ("2020", "2020"),
            ("3 May 2021", "2021-05-03"),
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "in 2,000 shops",
            "in 2000 nm steps",
            "in 2019.5 cases",
            "on 31 April 2020",
            "The Kirin 2019",
            "in 12019",
            "in 2020s style",
            "in May",
            "from 4 to 2020",
        ],
    )
    def test_is_never_guessed(self, text):
        assert found(text) == []

    @pytest.mark.parametrize("part", ["in 20", "January ", "from 2014 to ", "between 2014 and ", "1 ", "("])
    def test_takes_no_longer_in_a_hostile_text(self, part):
        text = part * (200_000 // len(part))
        begun = time.perf_counter()
        dates_in(text)
        assert time.perf_counter() - begun < 10
