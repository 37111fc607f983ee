import pytest

from chipduo.intake.verbs import kinds_between, listed


@pytest.mark.parametrize(
    ("words", "kind", "is_forward"),
    [
        (" makes chips for ", "makes-chips-for", True),
        (" has made chips for ", "makes-chips-for", True),
        (" supplied ", "makes-chips-for", True),
        (" restricts ", "restricts", True),
        (" was restricted by ", "restricts", False),
        (" was founded by ", "founded", False),
        (" was founded in April 2000 by ", "founded", False),
        (" was founded in Shenzhen by ", "founded", False),
        (", founded in 1987 by ", "founded", False),
        (", which invests in ", "invests-in", True),
        (" is backed by the state through the ", "invests-in", False),
        (", a subsidiary of ", "belongs-to", True),
        (" is the chip design arm of ", "belongs-to", True),
        (" is owned by ", "belongs-to", True),
        (" now owns ", "belongs-to", False),
        (" was reported to be making the ", "makes", True),
        (", designed by ", "designs", False),
        (" relies on ", "relied-on", True),
    ],
)
def test_a_verb_between_two_names_is_a_kind_of_relation(words, kind, is_forward):
    assert next(kinds_between(words, after=" today.")) == (kind, is_forward)


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
        " has faced its own set of challenges, including ",
        " make significant breakthroughs in areas like ",
        " passed a rival and made it the largest seller of ",
        " needs chips in great numbers, for ",
        "’s need for foreign ",
        "'s makes ",
        " may one day make ",
    ],
)
def test_other_words_are_none(words):
    assert list(kinds_between(words)) == []


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("Could ", " make chips for ", "?"),
        ("On 15 May the United States and ", " restricted ", "’s sales."),
        ("Its revenue passed that of ", " makes ", "."),
        ("HiSilicon, a subsidiary of ", ", designs ", "."),
    ],
)
def test_words_around_them_can_say_otherwise(before, words, after):
    assert list(kinds_between(words, before, after)) == []


@pytest.mark.parametrize("words", [" in 1987, ", ", the foundry ", ", "])
def test_a_sentence_can_begin_with_its_verb(words):
    assert next(kinds_between(words, "Founded by ", " makes chips.")) == ("founded", True)


@pytest.mark.parametrize(
    ("betweens", "how_many"),
    [
        ([" and "], 1),
        ([", ", " and the "], 2),
        ([", "], 0),
        ([" and ", ", ", " which is "], 1),
        ([", and "], 0),
        ([" met ", " and "], 0),
        ([", Foo and "], 1),
        ([", the Foo Works Ltd., Bar and "], 1),
        ([", Foo, ", " and "], 2),
        ([", foo and "], 0),
        ([", Foo said, and "], 0),
        ([", Foo made and "], 0),
        ([], 0),
    ],
)
def test_those_that_are_listed_end_with_an_and(betweens, how_many):
    assert listed(betweens) == how_many
