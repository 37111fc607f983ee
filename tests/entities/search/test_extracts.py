import pytest
from hypothesis import given
from hypothesis import strategies as st

from entities.search.asking import read_question
from entities.search.extracts import LENGTH, extract

LONG = "Before it. " * 60 + "Here is the chip of all chips. " + "After it. " * 60


def shown(text: str, question: str, **how: int) -> str:
    runs = extract(text, read_question(question).phrases, **how)
    return "".join(f"[{run}]" if is_hit else run for run, is_hit in runs)


class TestAnExtract:
    def test_of_a_short_text_is_all_of_it(self):
        assert shown("A chip, at last.", "chips") == "A [chip], at last."

    def test_of_a_long_text_is_the_place_where_most_was_found(self):
        found = shown(LONG, "chip")
        assert "Here is the [chip] of all [chips]." in found
        assert found.startswith("… ") and found.endswith(" …")

    def test_begins_and_ends_with_whole_words(self):
        assert set(shown(LONG, "chip").replace("[", "").replace("]", "").split()) <= {*LONG.split(), "…"}

    def test_of_a_text_without_the_words_is_its_beginning(self):
        assert shown(LONG, "nothing").startswith("Before it.")

    @pytest.mark.parametrize("length", [20, 60, LENGTH])
    @given(text=st.text(), question=st.text(alphabet=st.characters(codec="utf-8")))
    def test_is_a_piece_of_the_text(self, text, question, length):
        runs = extract(text, read_question(question).phrases, length)
        piece = "".join(run for run, _ in runs).removeprefix("… ").removesuffix(" …")
        assert piece in text
        assert len(piece) <= max(length, 60)
