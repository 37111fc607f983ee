"""Which passages are alike enough to be one passage, edited."""

import pytest

from articles.comparing.likeness import ALIKE, IN_PLACE, like_pairs
from articles.comparing.matching import NewBlock

FOUNDRY = "SMIC is the largest chip foundry in China, with plants in Shanghai, Beijing, Tianjin and Shenzhen."
FOUNDRY_EDITED = "SMIC is by far the largest foundry in China, with plants in Shanghai, Beijing and Shenzhen."
PHONES = (
    "Huawei sold more telephones than anyone else in the spring of 2020, before its supply of chips ran dry."
)
BANKS = "Two state funds and several banks lent it what no market would, and asked for little in return."


def paragraphs(*texts):
    return [NewBlock("paragraph", text) for text in texts]


def headings(*texts):
    return [NewBlock("heading", text) for text in texts]


class TestLikePairs:
    def test_find_an_edited_passage_in_its_place(self):
        assert like_pairs(paragraphs(PHONES, FOUNDRY), paragraphs(PHONES, FOUNDRY_EDITED), {0: 0}) == {1: 1}

    def test_find_an_edited_passage_far_away(self):
        others = [f"{number} {letter * 60}" for number, letter in enumerate("abcdefghijklmnop")]
        old = paragraphs(FOUNDRY, *others)
        new = paragraphs(*others, FOUNDRY_EDITED)
        assert like_pairs(old, new, {place: place + 1 for place in range(16)}) == {16: 0}

    def test_find_an_edited_chinese_passage_far_away(self):
        others = [f"{number} {letter * 60}" for number, letter in enumerate("abcdefghijklmnop")]
        old = paragraphs("中芯国际是中国大陆规模最大的集成电路制造企业", *others)
        new = paragraphs(*others, "中芯国际是中国大陆最大的集成电路制造企业")
        assert like_pairs(old, new, {place: place + 1 for place in range(16)}) == {16: 0}

    def test_leave_unlike_passages_alone(self):
        assert like_pairs(paragraphs(PHONES, FOUNDRY), paragraphs(BANKS), {}) == {}

    def test_never_join_two_kinds(self):
        assert like_pairs(paragraphs(FOUNDRY), [NewBlock("quotation", FOUNDRY_EDITED)], {}) == {}

    def test_take_the_best_pair_first(self):
        old = paragraphs(FOUNDRY_EDITED + " And more is planned there.", FOUNDRY)
        assert like_pairs(old, paragraphs(FOUNDRY + " Yes."), {}) == {0: 1}

    def test_take_the_nearest_of_equals(self):
        old = headings("Notes and sources", "Notes and sources")
        assert like_pairs(old, headings("Notes and a source", "Notes and a source"), {}) == {0: 0, 1: 1}
        assert like_pairs(old, headings("Quite another", "Notes and a source"), {}) == {1: 1}

    def test_prefer_the_passage_in_the_same_place_to_one_a_little_more_alike(self):
        old = [*headings("Notes and further sources"), *paragraphs(PHONES), *headings("Notes and sources")]
        new = [*headings("Notes and sources, further"), *paragraphs(PHONES, BANKS)]
        assert like_pairs(old, new, {1: 1}) == {0: 0}
        assert like_pairs(old[1:], new, {1: 0}) == {0: 1}

    def test_find_a_passage_of_common_words_by_their_order(self):
        """The same words in thirty orders: no word is rare, but pairs of neighbours are."""
        words = [f"w{number}" for number in range(31)]
        texts = [" ".join(words[start * step % 31] for start in range(31)) for step in range(1, 31)]
        new = paragraphs(*(f"{text} now" for text in [*texts[15:], *texts[:15]]))
        assert like_pairs(paragraphs(*texts), new, {}) == {place: (place + 15) % 30 for place in range(30)}

    @pytest.mark.parametrize(
        ("before", "after", "found"),
        [
            ("The years of growth", "Years of growth", {1: 1}),
            ("Sanctions bite", "The sanctions bite back", {1: 1}),
            ("Sanctions bite", "A foundry of its own", {}),
        ],
    )
    def test_keep_headings_rewritten_between_the_same_neighbours(self, before, after, found):
        old = [*paragraphs(PHONES), *headings(before), *paragraphs(BANKS)]
        new = [*paragraphs(PHONES), *headings(after), *paragraphs(BANKS)]
        assert like_pairs(old, new, {0: 0, 2: 2}) == found

    def test_ask_for_more_away_from_the_old_neighbours(self):
        """Exports and Imports share 71 of 100 letters: enough in one place, too little across the text."""
        assert ALIKE - IN_PLACE < 71 < ALIKE
        old = [*headings("Imports"), *paragraphs(PHONES, BANKS)]
        assert like_pairs(old, [*headings("Exports"), *paragraphs(PHONES, BANKS)], {1: 1, 2: 2}) == {0: 0}
        assert like_pairs(old, [*paragraphs(PHONES, BANKS), *headings("Exports")], {0: 1, 1: 2}) == {}

    def test_judge_long_passages_by_their_words(self):
        words = [f"word{number}" for number in range(2_000)]
        old = paragraphs(" ".join(words))
        assert like_pairs(old, paragraphs(" ".join([*words[200:], "more"])), {}) == {0: 0}
        assert like_pairs(old, paragraphs(" ".join(f"other{number}" for number in range(2_000))), {}) == {}
