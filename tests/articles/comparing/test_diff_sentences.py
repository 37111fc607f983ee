"""Sentences and words that changed within one passage."""

import random
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.comparing import diff_sentences
from articles.comparing.diff_sentences import sentence_changes

MARKS = {"same": "{}", "inserted": "[+{}+]", "deleted": "[-{}-]"}


def marked(old, new):
    changes = sentence_changes(old, new)
    return [(s.state, "".join(MARKS[run.state].format(run.text) for run in s.runs)) for s in changes]


def joined(changes, left_out):
    return "".join(run.text for sentence in changes for run in sentence.runs if run.state != left_out)


CASES = [
    ("It fell. It rose.", "It fell. It rose.", [("same", "It fell. "), ("same", "It rose.")]),
    ("It fell in May 2019.", "It fell in June 2019.", [("changed", "It fell in [-May-][+June+] 2019.")]),
    ("It cost 3.5 billion.", "It cost 3.6 billion.", [("changed", "It cost [-3.5-][+3.6+] billion.")]),
    ("(It fell in May.)", "(It fell in June.)", [("changed", "(It fell in [-May-][+June+].)")]),
    ("It sold chips.", "It sold Huawei’s chips.", [("changed", "It sold [+Huawei’s +]chips.")]),
    ("中芯国际是代工厂。", "中芯国际是大代工厂。", [("changed", "中芯国际是[+大+]代工厂。")]),
    (
        "The old red mill stood here, on the hill, for years.",
        "The new blue mill stood here, on the hill, for years.",
        [("changed", "The [-old red-][+new blue+] mill stood here, on the hill, for years.")],
    ),
    (
        "It fell. SMIC makes chips in Shanghai.",
        "SMIC makes chips in Beijing. The end came later.",
        [
            ("removed", "[-It fell. -]"),
            ("changed", "SMIC makes chips in [-Shanghai.-][+Beijing. +]"),
            ("added", "[+The end came later.+]"),
        ],
    ),
    (
        "Nobody knew why.",
        "SMIC makes chips.",
        [("removed", "[-Nobody knew why.-]"), ("added", "[+SMIC makes chips.+]")],
    ),
    ("It fell.", "It fell. It rose.", [("same", "It fell.[+ +]"), ("added", "[+It rose.+]")]),
    ("It fell\nhard.", "It fell hard.", [("same", "It fell[-\n-][+ +]hard.")]),
    ("", "It rose.", [("added", "[+It rose.+]")]),
    ("It fell.", "", [("removed", "[-It fell.-]")]),
    ("", "", []),
]

words = [
    "It fell. ",
    "It rose. ",
    "SMIC ",
    "made ",
    "3.5 ",
    "chips",
    "\n\n",
    "。",
    "中芯",
    "— ",
    ", ",
    "the ",
]
texts = st.lists(st.sampled_from(words)).map("".join) | st.text(max_size=60)


def five_thousand_words(seed, vocabulary=400):
    chosen = random.Random(seed)
    return [f"w{chosen.randrange(vocabulary)}" for _ in range(5_000)]


class TestSentenceChanges:
    @pytest.mark.parametrize(("old", "new", "expected"), CASES)
    def test_mark_what_a_reader_would(self, old, new, expected):
        assert marked(old, new) == expected

    @given(texts, texts)
    def test_hold_exactly_both_texts(self, old, new):
        changes = sentence_changes(old, new)
        assert joined(changes, "deleted") == new
        assert joined(changes, "inserted") == old

    @given(texts, texts)
    def test_have_states_that_their_runs_bear_out(self, old, new):
        allowed = {
            "same": {"same", "inserted", "deleted"},
            "changed": {"same", "inserted", "deleted"},
            "added": {"inserted"},
            "removed": {"deleted"},
        }
        for sentence in sentence_changes(old, new):
            assert {run.state for run in sentence.runs} <= allowed[sentence.state]
            assert all(run.text for run in sentence.runs)
            if sentence.state == "same":
                assert not any(run.text.strip() for run in sentence.runs if run.state != "same")

    @given(texts)
    def test_of_a_text_with_itself_are_one_run_each(self, text):
        for sentence in sentence_changes(text, text):
            assert [run.state for run in sentence.runs] == ["same"]

    @given(st.lists(st.sampled_from(["fell", "rose", "in", "May"]), max_size=12), st.integers(0, 12))
    def test_mark_one_new_word_alone(self, others, place):
        rest = [*others, "and", "so", "it", "went", "for", "all", "the", "years"]
        (change,) = sentence_changes(" ".join(rest), " ".join([*rest[:place], "suddenly", *rest[place:]]))
        assert [run.text.strip() for run in change.runs if run.state != "same"] == ["suddenly"]


class TestLongPassages:
    """Five thousand words without a stop, or hostile ones: the work stays bounded and the texts whole."""

    def test_with_two_small_edits_are_marked_there_only(self):
        old = five_thousand_words(1)
        new = [*old[:10], "first", *old[11:4_000], "second", *old[4_000:]]
        changes = sentence_changes(" ".join(old), " ".join(new))
        inserted = [run.text.strip() for run in changes[0].runs if run.state == "inserted"]
        assert inserted == ["first", "second"]
        assert joined(changes, "deleted") == " ".join(new)

    @pytest.mark.parametrize("vocabulary", [1, 2, 5_000])
    def test_with_nothing_else_in_common_are_still_whole(self, vocabulary):
        old = " ".join(five_thousand_words(1, vocabulary))
        new = " ".join([*five_thousand_words(2, vocabulary), "more"])
        changes = sentence_changes(old, new)
        assert (joined(changes, "inserted"), joined(changes, "deleted")) == (old, new)

    @pytest.mark.parametrize("unit", ["a. ", "a ", ".", " ", "中", "A b! "])
    def test_of_hostile_text_are_still_whole(self, unit):
        old = "x" + unit * (200_000 // len(unit.encode()))
        new = "y" + unit * (200_000 // len(unit.encode()) - 1) + "z"
        changes = sentence_changes(old, new)
        assert (joined(changes, "inserted"), joined(changes, "deleted")) == (old, new)

    def test_beyond_the_limit_count_as_replaced_between_their_common_ends(self):
        with patch.object(diff_sentences, "MOST_PAIRS", 8):
            found = marked("It fell in May of 2019 there.", "It fell by June of 2020 there.")
        assert found == [("changed", "It fell [-in May of 2019-][+by June of 2020+] there.")]
