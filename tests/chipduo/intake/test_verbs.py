import pytest

from chipduo.intake.verbs import kinds_between


@pytest.mark.parametrize(
    ("words", "kind", "is_forward"),
    [
        (" makes chips for ", "makes-chips-for", True),
        (" has made chips for ", "makes-chips-for", True),
        (" restricts ", "restricts", True),
        (" was restricted by ", "restricts", False),
        (" was founded by ", "founded", False),
        (", which invests in ", "invests-in", True),
    ],
)
def test_a_verb_between_two_names_is_a_kind_of_relation(words, kind, is_forward):
    assert next(kinds_between(words)) == (kind, is_forward)


@pytest.mark.parametrize(
    "words",
    [
        "",
        ", ",
        " and ",
        " met ",
        " never restricted ",
        " did not make chips for ",
        " makes" + " far" * 20 + " ",
    ],
)
def test_other_words_are_none(words):
    assert list(kinds_between(words)) == []
