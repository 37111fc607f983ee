"""Differences between two versions: nothing lost, nothing invented, and marks that a reader can follow."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.comparing.diff import DiffBlock, Summary, difference, summary


def block(key, text=None, kind="paragraph"):
    return DiffBlock(key, kind, f"Passage {key} stands here." if text is None else text)


def blocks(keys):
    return [block(key) for key in keys]


def states(changes):
    return [(change.key, change.state) for change in changes]


def old_text(change):
    return "".join(run.text for s in change.sentences for run in s.runs if run.state != "inserted")


def new_text(change):
    return "".join(run.text for s in change.sentences for run in s.runs if run.state != "deleted")


KEYS = "abcdefgh"
prose = st.lists(
    st.sampled_from(
        ["It fell.", "It rose. ", "SMIC ", "made ", "3.5 ", "chips", "\n\n", "。", "中芯", "— ", "a "]
    )
)
texts = prose.map("".join) | st.text(max_size=30)
versions = st.lists(st.tuples(st.sampled_from(KEYS), texts), max_size=8, unique_by=lambda pair: pair[0]).map(
    lambda pairs: [block(key, text) for key, text in pairs]
)
orders = st.lists(st.sampled_from(KEYS), max_size=8, unique=True)


class TestDifference:
    @given(versions, versions)
    def test_holds_exactly_the_new_text_in_the_new_order(self, old, new):
        kept = [change for change in difference(old, new) if change.state != "removed"]
        assert [(change.key, new_text(change)) for change in kept] == [(one.key, one.text) for one in new]

    @given(versions, versions)
    def test_holds_exactly_the_old_text(self, old, new):
        kept = [change for change in difference(old, new) if change.state != "added"]
        assert {change.key: old_text(change) for change in kept} == {one.key: one.text for one in old}

    @given(versions)
    def test_of_a_text_with_itself_is_all_the_same(self, version):
        for change in difference(version, version):
            assert change.state == "same"
            assert all(run.state == "same" for sentence in change.sentences for run in sentence.runs)

    @given(orders, orders)
    def test_says_what_came_and_went(self, old, new):
        found = states(difference(blocks(old), blocks(new)))
        assert {key for key, state in found if state == "added"} == set(new) - set(old)
        assert {key for key, state in found if state == "removed"} == set(old) - set(new)

    @given(orders, orders)
    def test_calls_as_few_moved_as_can_be(self, old, new):
        shared = [key for key in new if key in old]
        moved = [key for key, state in states(difference(blocks(old), blocks(new))) if state == "moved"]
        stayed = [old.index(key) for key in shared if key not in moved]
        assert stayed == sorted(stayed)
        one_more = combinations([old.index(key) for key in shared], len(stayed) + 1)
        assert not any(list(places) == sorted(places) for places in one_more)

    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ("abc", "axc", "a same, b removed, x added, c same"),
            ("abc", "bc", "a removed, b same, c same"),
            ("abc", "ab", "a same, b same, c removed"),
            ("abcd", "xd", "a removed, b removed, c removed, x added, d same"),
            ("abcd", "dabc", "d moved, a same, b same, c same"),
            ("abcd", "cad", "c moved, a same, b removed, d same"),
            ("", "a", "a added"),
            ("a", "", "a removed"),
        ],
    )
    def test_puts_the_removed_where_they_stood(self, old, new, expected):
        found = difference(blocks(old), blocks(new))
        assert ", ".join(f"{key} {state}" for key, state in states(found)) == expected

    def test_tells_a_reworded_passage_from_one_that_only_moved(self):
        old = [block("a", "One."), block("b", "Two."), block("c", "It fell in May.")]
        new = [block("c", "It fell in June."), block("a", "One."), block("b", "Two or three.")]
        found = difference(old, new)
        assert states(found) == [("c", "moved"), ("a", "same"), ("b", "changed")]
        assert [sentence.state for sentence in found[0].sentences] == ["changed"]

    def test_calls_a_passage_of_another_kind_changed(self):
        found = difference([block("a", "One.")], [block("a", "One.", kind="quotation")])
        assert [(change.state, change.kind) for change in found] == [("changed", "quotation")]

    def test_loses_no_passage_when_a_key_occurs_twice(self):
        old = [block("title", "The title."), block("title", "A heading.")]
        new = [block("title", "The title."), block("title", "A new heading."), block("title", "Another.")]
        assert [change.state for change in difference(old, new)] == ["same", "changed", "added"]

    def test_copes_with_thousands_of_passages_in_another_order(self):
        old = blocks(map(str, range(20_000)))
        found = difference(old, old[::-1])
        assert sum(change.state == "moved" for change in found) == 19_999


class TestSummary:
    def test_counts_words_and_passages(self):
        old = [
            block("a", "It fell in May."),
            block("b", "Gone now."),
            block("c", "Stays."),
            block("d", "Goes up."),
        ]
        new = [
            block("d", "Goes up."),
            block("a", "It fell in early June."),
            block("c", "Stays."),
            block("e", "中芯."),
        ]
        assert summary(difference(old, new)) == Summary(
            words_added=4,
            words_removed=3,
            passages_changed=1,
            passages_added=1,
            passages_removed=1,
            passages_moved=1,
        )

    @given(versions)
    def test_of_no_change_is_all_nought(self, version):
        assert summary(difference(version, version)) == Summary(0, 0, 0, 0, 0, 0)
