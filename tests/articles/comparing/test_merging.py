import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.comparing.merging import merged, merged_names, pieces

OPENED = "One stands. Two stands. Three stands.\n\n- a\n- b\n\nLast.\n"
TEXTS = st.lists(st.sampled_from(["One. ", "Two. ", "\n", "\n\n", "三。", "- a\n", "x"])).map("".join)


def changed(old: str, new: str, text: str = OPENED) -> str:
    assert old in text
    return text.replace(old, new)


class TestTwoTexts:
    @pytest.mark.parametrize(
        ("mine", "theirs"),
        [
            (("One stands", "One falls"), ("Three stands", "Three falls")),
            (("- a\n", ""), ("Last.", "The last.")),
            (("Last.\n", "Last.\nAnd more.\n"), ("One", "First, one")),
            (("- a", "- aa"), ("One", "1")),
        ],
    )
    def test_with_changes_apart_are_merged(self, mine, theirs):
        both = changed(*theirs, changed(*mine))
        assert merged(OPENED, changed(*mine), changed(*theirs)) == both

    @pytest.mark.parametrize(
        ("mine", "theirs"),
        [
            (("One stands", "One falls"), ("One stands", "One sits")),
            (("One stands", "One falls"), ("Two stands", "Two falls")),
            (("Last.", ""), ("Last.", "The last.")),
            (("Last.\n", "Last.\nMine.\n"), ("Last.\n", "Last.\nTheirs.\n")),
        ],
    )
    def test_with_changes_that_meet_are_not(self, mine, theirs):
        assert merged(OPENED, changed(*mine), changed(*theirs)) is None

    def test_that_say_the_same_are_that(self):
        same = changed("Two", "2")
        assert merged(OPENED, same, same) == same

    @given(TEXTS, TEXTS)
    def test_of_which_one_is_unchanged_are_the_other(self, opened, new):
        assert merged(opened, new, opened) == merged(opened, opened, new) == new

    @given(TEXTS, TEXTS, TEXTS)
    def test_are_merged_alike_whoever_comes_first(self, opened, mine, theirs):
        assert merged(opened, mine, theirs) == merged(opened, theirs, mine)

    @given(TEXTS)
    def test_are_cut_without_a_loss(self, text):
        assert "".join(pieces(text)) == text

    def test_that_are_too_long_to_compare_are_left_to_a_person(self):
        assert merged("a\n" * 20_000, "b\n" * 20_000, "c\n" * 20_000) is None


class TestNames:
    def test_are_all_that_was_added_without_what_was_taken_out(self):
        assert merged_names("a\nb\nc", "a\nb\nd", "b\nc\ne") == "b\nd\ne"
