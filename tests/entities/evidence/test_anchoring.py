import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from entities.evidence.anchoring import Block, Found, find_again

OLD = Block(
    "orders",
    "Since the rules changed, Huawei orders its chips from SMIC. Nobody else could make them in such numbers.",
)
QUOTE = "Huawei orders its chips from SMIC"
OTHER = Block("other", "A foundry needs machines, and machines need years.")

CASES = {
    "nothing changed": ([OTHER, OLD], Found("intact", "orders", QUOTE)),
    "the words around it changed": (
        [Block("orders", "Today Huawei orders its chips from SMIC, as it must.")],
        Found("intact", "orders", QUOTE),
    ),
    "the block has another name": ([OTHER, Block("new", OLD.text)], Found("intact", "new", QUOTE)),
    "a word changed": (
        [Block("orders", OLD.text.replace("its chips", "all its chips")), OTHER],
        Found("reworded", "orders", "Huawei orders all its chips from SMIC"),
    ),
    "a letter changed and the block has another name": (
        [OTHER, Block("new", OLD.text.replace("orders its", "ordered its"))],
        Found("reworded", "new", "Huawei ordered its chips from SMIC"),
    ),
    "the sentence went": (
        [Block("orders", "Nobody else could make them in such numbers."), OTHER],
        Found("removed"),
    ),
    "the block went": ([OTHER], Found("removed")),
    "everything went": ([], Found("removed")),
}

WORDS = st.sampled_from(
    [
        "the",
        "chips",
        "that",
        "Huawei",
        "orders",
        "are",
        "made",
        "by",
        "SMIC",
        "and",
        "sold",
        "in",
        "华为",
        "shops,",
        "each",
        "year;",
        "often",
    ]
)
SENTENCES = st.lists(WORDS, min_size=4, max_size=25).map(" ".join)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=5)


def blocks_of(texts: list[str]) -> list[Block]:
    return [Block(f"p-{number}", text) for number, text in enumerate(texts)]


def a_quote(data: st.DataObject, text: str) -> str:
    start = data.draw(st.integers(0, len(text) - 1))
    return text[start : data.draw(st.integers(start + 1, len(text)))]


def whole_words(words: str, text: str) -> bool:
    """Whether these words stand in the text with no half of a word at either end."""
    edge = r"(?:(?<![a-zA-Z])|(?![a-zA-Z]))"
    return bool(re.search(edge + re.escape(words) + edge, text))


class TestAQuote:
    @pytest.mark.parametrize("what", CASES)
    def test_is_found_again_when(self, what):
        new, found = CASES[what]
        assert find_again(QUOTE, OLD, new) == found

    def test_that_stands_twice_is_found_in_its_own_block(self):
        twice = [Block("copy", OLD.text), Block("orders", f"Now {QUOTE}.")]
        assert find_again(QUOTE, OLD, twice).key == "orders"

    def test_that_stands_twice_elsewhere_is_told_by_the_words_around_it(self):
        one = Block("one", "In Shenzhen, Huawei orders its chips from SMIC. It pays.")
        other = Block(
            "other", "When rules changed, Huawei orders its chips from SMIC. Nobody else makes them."
        )
        assert find_again(QUOTE, OLD, [one, other]).key == "other"
        assert find_again(QUOTE, OLD, [other, one]).key == "other"

    @pytest.mark.parametrize("quote", ["*", "(", "\\", "$1"])
    def test_may_hold_what_patterns_are_made_of(self, quote):
        old = Block("a", f"Costs {quote} more.")
        assert find_again(quote, old, [Block("b", f"It costs {quote} more.")]).state == "intact"

    def test_of_which_the_old_block_knows_nothing_is_looked_for_all_the_same(self):
        assert find_again(QUOTE, OTHER, [OLD]) == Found("intact", "orders", QUOTE)


class TestEveryQuote:
    @settings(max_examples=150, deadline=None)
    @given(TEXTS, st.data())
    def test_of_a_text_that_did_not_change_is_intact_where_it_was(self, texts, data):
        blocks = blocks_of(texts)
        old = data.draw(st.sampled_from(blocks))
        quote = a_quote(data, old.text)
        assert find_again(quote, old, blocks) == Found("intact", old.key, quote)

    @settings(max_examples=100, deadline=None)
    @given(TEXTS, st.data())
    def test_whose_words_still_stand_is_intact_wherever_that_is(self, texts, data):
        blocks = blocks_of(texts)
        old = data.draw(st.sampled_from(blocks))
        quote = a_quote(data, old.text)
        moved = data.draw(st.permutations([Block(f"new-{block.key}", block.text) for block in blocks]))
        found = find_again(quote, old, moved)
        assert (found.state, found.words) == ("intact", quote)
        assert quote in {block.key: block.text for block in moved}[found.key]

    @settings(max_examples=150, deadline=None)
    @given(TEXTS, TEXTS, st.data())
    def test_is_proposed_only_whole_words_that_stand_in_the_block_that_is_named(self, before, after, data):
        old = data.draw(st.sampled_from(blocks_of(before)))
        quote = a_quote(data, old.text)
        new = blocks_of(after)
        assume(all(quote not in block.text for block in new))
        found = find_again(quote, old, new)
        if found.state == "removed":
            assert (found.key, found.words) == ("", "")
        else:
            assert found.state == "reworded"
            assert found.words
            assert whole_words(found.words, {block.key: block.text for block in new}[found.key])

    @settings(max_examples=100, deadline=None)
    @given(st.lists(WORDS, min_size=8, max_size=25), st.data())
    def test_with_one_word_changed_is_proposed_its_successor(self, words, data):
        start = data.draw(st.integers(0, len(words) - 6))
        old, quote = Block("p", " ".join(words)), " ".join(words[start : start + 6])
        changed = [*words[: start + 3], "machines", *words[start + 4 :]]
        found = find_again(quote, old, [OTHER, Block("p", " ".join(changed))])
        assert (found.state, found.key) == ("reworded", "p")
        assert "machines" in found.words
