import pytest

from entities.templatetags.claims import roman


class TestARomanNumeral:
    @pytest.mark.parametrize(
        ("number", "written"),
        [(1, "I"), (4, "IV"), (7, "VII"), (9, "IX"), (14, "XIV"), (49, "XLIX"), (88, "LXXXVIII")],
    )
    def test_is_written_as_in_a_book(self, number, written):
        assert roman(number) == written

    @pytest.mark.parametrize("number", [0, 90, 1987])
    def test_is_given_up_for_what_no_book_has(self, number):
        assert roman(number) == str(number)
