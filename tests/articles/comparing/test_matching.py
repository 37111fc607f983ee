"""Keys from edition to edition: kept by what stays, inherited from what goes, never lost or given twice."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.comparing.matching import KeyedBlock, NewBlock, OldBlock, assign_keys

LINES = [
    *("Notes", "Note", "Imports", "Exports", "", "华为的崛起", "aaaa aaaa", "bbbb bbbb", "cccc cccc"),
    *(
        "SMIC is the largest foundry in China.",
        "SMIC is the biggest foundry in China.",
        "It makes chips in Shanghai.",
    ),
]
news = st.lists(
    st.builds(NewBlock, st.sampled_from(["heading", "paragraph"]), st.sampled_from(LINES)), max_size=9
)
distinct = st.lists(st.text(min_size=1), min_size=1, max_size=9, unique=True)


def paragraph(letter):
    """Unlike any other letter's."""
    return NewBlock("paragraph", letter * 30)


def published(new, keyed):
    return [
        OldBlock(one.key, block.kind, block.text, one.former) for block, one in zip(new, keyed, strict=True)
    ]


def all_keys(blocks):
    return [key for block in blocks for key in (block.key, *block.former)]


def first_edition(new):
    return published(new, assign_keys([], new))


@st.composite
def histories(draw):
    """Editions one after another, and all keys that they ever had."""
    editions, ever = [[]], set()
    for new in draw(st.lists(news.filter(bool), min_size=1, max_size=4)):
        editions.append(published(new, assign_keys(editions[-1], new, ever)))
        ever.update(all_keys(editions[-1]))
    return editions, ever


class TestKeys:
    @given(histories())
    def test_once_given_resolve_for_ever_and_to_one_passage(self, history):
        editions, ever = history
        assert Counter(all_keys(editions[-1])) == Counter(ever)

    @given(histories())
    def test_stay_when_nothing_changes(self, history):
        edition = history[0][-1]
        kept = assign_keys(edition, [NewBlock(block.kind, block.text) for block in edition], history[1])
        assert kept == [KeyedBlock(block.key, block.former) for block in edition]

    @given(distinct, st.randoms(use_true_random=False))
    def test_stay_with_passages_that_change_places(self, texts, random):
        old = first_edition([NewBlock("paragraph", text) for text in texts])
        shuffled = random.sample(old, len(old))
        keyed = assign_keys(old, [NewBlock("paragraph", block.text) for block in shuffled])
        assert [one.key for one in keyed] == [block.key for block in shuffled]

    @given(news, news)
    def test_stay_with_as_many_equal_passages_as_there_are_in_both(self, before, after):
        old = first_edition(before)
        kept = {one.key: block for block, one in zip(after, assign_keys(old, after), strict=True)}
        survivors = Counter(
            NewBlock(one.kind, one.text) for one in old if kept.get(one.key) == NewBlock(one.kind, one.text)
        )
        assert survivors == Counter(before) & Counter(after)

    @given(news, news)
    def test_depend_on_nothing_but_what_is_given(self, before, after):
        old = first_edition(before)
        assert assign_keys(old, after, ["x", "notes"]) == assign_keys(old, after, {"notes", "x"})

    @given(news, st.sets(st.sampled_from(["notes", "notes-2", "imports", "p-e3b0c4"])))
    def test_that_were_ever_taken_are_not_given_again(self, new, taken):
        assert not taken & set(all_keys(assign_keys([], new, taken)))

    def test_that_were_former_are_not_given_again(self):
        old = [OldBlock("now", "paragraph", "a" * 30, ("notes",))]
        new = [paragraph("a"), NewBlock("heading", "Notes")]
        assert assign_keys(old, new) == [KeyedBlock("now", ("notes",)), KeyedBlock("notes-2", ())]

    def test_of_equal_passages_stay_in_their_order(self):
        old = [OldBlock(key, "heading", "Notes") for key in ("notes", "notes-2", "notes-3")]
        keyed = assign_keys(old, [NewBlock("heading", "Notes")] * 2)
        assert [one.key for one in keyed] == ["notes", "notes-2"]

    def test_stay_when_only_the_kind_changes(self):
        old = [OldBlock("p-1", "paragraph", "It fell.")]
        assert assign_keys(old, [NewBlock("quotation", "It fell.")]) == [KeyedBlock("p-1", ())]

    def test_prefer_the_passage_whose_kind_is_the_same(self):
        old = [OldBlock("p-1", "paragraph", "It fell."), OldBlock("p-2", "quotation", "It fell.")]
        keyed = assign_keys(old, [NewBlock("quotation", "It fell."), NewBlock("paragraph", "It fell.")])
        assert [one.key for one in keyed] == ["p-2", "p-1"]

    def test_stay_through_a_light_edit_with_what_they_inherited(self):
        old = [OldBlock("p-1", "paragraph", "SMIC is the largest foundry in China.", ("p-0",))]
        keyed = assign_keys(old, [NewBlock("paragraph", "SMIC is now the largest foundry in all China.")])
        assert keyed == [KeyedBlock("p-1", ("p-0",))]


class TestFormerKeys:
    @pytest.mark.parametrize(
        ("old", "new", "heirs"),
        [
            ("abcd", "axd", "b:x c:x"),
            ("abcd", "axyd", "b:x c:y"),
            ("abcd", "axyzd", "b:x c:y"),
            ("abcde", "axcyze", "b:x d:y"),
            ("abcd", "xd", "a:x b:x c:x"),
            ("abcd", "acd", "b:a"),
            ("abcd", "d", "a:d b:d c:d"),
            ("abcd", "a", "b:a c:a d:a"),
            ("abcd", "xy", "a:x b:y c:y d:y"),
            ("abcd", "dxab", "c:b"),
            ("abcd", "xabcd", ""),
            ("abcd", "bxca", "d:c"),
        ],
    )
    def test_go_to_what_took_the_place(self, old, new, heirs):
        blocks = [OldBlock(letter, "paragraph", letter * 30) for letter in old]
        keyed = assign_keys(blocks, [paragraph(letter) for letter in new])
        inherited = {key: letter for letter, one in zip(new, keyed, strict=True) for key in one.former}
        assert " ".join(f"{key}:{letter}" for key, letter in sorted(inherited.items())) == heirs

    def test_move_along_with_those_that_they_carried(self):
        old = [OldBlock("a", "paragraph", "a" * 30), OldBlock("b", "paragraph", "b" * 30, ("c", "d"))]
        assert assign_keys(old, [paragraph("a")]) == [KeyedBlock("a", ("b", "c", "d"))]

    def test_have_nowhere_to_go_in_an_empty_text(self):
        assert assign_keys([OldBlock("a", "paragraph", "It fell.")], []) == []


class TestManyPassages:
    """Comparing all with all would be 25 million comparisons, and take minutes."""

    @pytest.mark.parametrize("after", ["Notes", "Note"])
    def test_that_are_equal_headings_keep_their_keys(self, after):
        old = first_edition([NewBlock("heading", "Notes")] * 5_000)
        keyed = assign_keys(old, [NewBlock("heading", after)] * 5_000)
        assert [one.key for one in keyed] == [block.key for block in old]

    def test_that_are_all_different_keep_every_key_somewhere(self):
        old = first_edition(
            [NewBlock("paragraph", f"{number} {number**5:x} " * 5) for number in range(3_000)]
        )
        new = [NewBlock("paragraph", f"{number} {number**7:o} " * 9) for number in range(3_000, 6_000)]
        assert set(all_keys(assign_keys(old, new))) >= set(all_keys(old))

    def test_that_were_edited_and_reversed_keep_their_keys(self):
        texts = [
            f"Number {number} of them cost {number**5:x} and sold {number**6:x} in the end."
            for number in range(3_000)
        ]
        old = first_edition([NewBlock("paragraph", text) for text in texts])
        keyed = assign_keys(old, [NewBlock("paragraph", f"{text} Or so.") for text in reversed(texts)])
        assert [one.key for one in keyed] == [block.key for block in reversed(old)]
