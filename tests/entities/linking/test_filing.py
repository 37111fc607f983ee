import pytest
from hypothesis import given, settings

from entities.linking.filing import Filed
from tests.entities.spellings import names_and_text, stands


def among(texts: list[str], text: str) -> list[str]:
    return sorted(texts[number] for number in Filed(texts).that_may_stand_in(text))


class TestFiled:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("Huawei buys lenses", ["Huawei"]),
            ("the huaweis of New York City", ["Huawei", "New York"]),
            ("New Jersey and York", []),
            ("New York Stock Exchange", ["New York", "New York Stock Exchange"]),
            ("与华为公司", ["华为"]),
            ("", []),
        ],
    )
    def test_gives_those_that_begin_in_the_text(self, text, found):
        names = ["Huawei", "New York", "New York Stock Exchange", "华为", "", " \n"]
        assert among(names, text) == found

    def test_gives_those_too_of_which_more_than_the_beginning_differs(self):
        assert among(["New York Stock Exchange"], "New York Stock Market") == ["New York Stock Exchange"]

    def test_gives_one_as_often_as_it_was_given(self):
        assert among(["Mercury", "Mercury"], "Mercury, and Mercury again") == ["Mercury", "Mercury"]

    def test_looks_at_few_of_many(self):
        assert among([f"Firm {number}" for number in range(1000)], "Firm 7 and Firm 77") == [
            "Firm 7",
            "Firm 77",
        ]

    @given(names_and_text())
    @settings(max_examples=400, deadline=None)
    def test_leaves_none_out_that_a_reader_finds_who_tries_every_place(self, case):
        names, text = case
        places = [(start, end) for end in range(len(text) + 1) for start in range(end)]
        standing = {
            number
            for number, name in enumerate(names)
            if any(stands(name, text, start, end) for start, end in places)
        }
        assert standing <= set(Filed(name.text for name in names).that_may_stand_in(text))
