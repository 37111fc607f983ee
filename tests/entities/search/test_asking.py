import pytest
from hypothesis import given
from hypothesis import strategies as st

from entities.search.asking import MOST_CHUNKS, MOST_MARKS, MOST_WORDS, read_question, stretches


def marked(text: str, question: str) -> str:
    found, at = "", 0
    for start, end in read_question(question).marks(text):
        found, at = found + f"{text[at:start]}[{text[start:end]}]", end
    return found + text[at:]


class TestAQuestion:
    @pytest.mark.parametrize(
        ("text", "phrases"),
        [
            ("chips", (("chip",),)),
            ("chips chip", (("chip",),)),
            ("new chips", (("new",), ("chip",))),
            ('"new chips"', (("new", "chip"),)),
            ("“new chips” now", (("new", "chip"), ("now",))),
            ('"new chips', (("new",), ("chip",))),
            ("7nm", (("7", "nm"),)),
            ("chips OR phones", (("chip",), ("phone",))),
            ("chips NOT phones", (("chip",), ("phone",))),
            ("-chips", (("chip",),)),
            ("chip*", (("chip",),)),
            ("title:chips", (("titl", "chip"),)),
            ("(chips))) AND", (("chip",),)),
            ("NEAR(chips phones)", (("near", "chip"), ("phone",))),
            ("the of", (("the",), ("of",))),
            ("the chips", (("chip",),)),
            ('"the chips"', (("the", "chip"),)),
            ("\"' *", ()),
            ("", ()),
        ],
    )
    def test_is_read_literally(self, text, phrases):
        assert read_question(text).phrases == phrases

    def test_says_which_words_need_not_occur(self):
        assert read_question("what is the chip").common == ("what", "is", "the")

    def test_says_which_words_are_too_many(self):
        asked = read_question(" ".join(f"w{n}q" for n in range(MOST_CHUNKS + 2)))
        assert len(asked.phrases) == MOST_CHUNKS
        assert asked.left_out == (f"w{MOST_CHUNKS}q", f"w{MOST_CHUNKS + 1}q")

    def test_of_one_endless_phrase_is_left_out_and_says_so(self):
        asked = read_question("芯" * (MOST_WORDS + 1))
        assert not asked.phrases
        assert asked.left_out == ("芯" * (MOST_WORDS + 1),)

    @given(st.text(alphabet=st.characters(codec="utf-8")))
    def test_of_any_text_can_be_read(self, text):
        asked = read_question(text)
        assert all(asked.phrases)
        assert sum(map(len, asked.phrases)) <= MOST_WORDS


class TestMarks:
    @pytest.mark.parametrize(
        ("text", "question", "shown"),
        [
            ("Chips and a chip.", "chip", "[Chips] and a [chip]."),
            ("7nm, 7 nm, 14nm", "7nm", "[7nm], [7 nm], 14nm"),
            ("The chip, the new chip", '"new chip"', "The chip, the [new chip]"),
            ("new chip", '"new chip" chip', "[new chip]"),
            ("华为和中芯国际", "中芯国际", "华为和[中芯国际]"),
            ("SMIC’s plan", "smic", "[SMIC’s] plan"),
            ("None", "other", "None"),
            ("None", "?!", "None"),
        ],
    )
    def test_stand_around_what_was_asked_for(self, text, question, shown):
        assert marked(text, question) == shown

    def test_are_at_most_so_many(self):
        assert len(stretches("chip " * 1000, [("chip",)])) == MOST_MARKS
