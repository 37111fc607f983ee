import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.words import word_count

COUNTS = [
    ("", 0),
    (" \n — … ", 0),
    ("One, two; three.", 3),
    ("It is SMIC’s plant, and Huawei's order.", 7),
    ("a seven-nanometre node", 3),
    ("华为", 2),
    ("华为 and 中芯国际", 7),
    ("Huawei在SMIC", 3),
    ("5G in 2019", 3),
    ("Wörter zählen", 2),
]


@pytest.mark.parametrize(("text", "count"), COUNTS)
def test_a_word_is_a_run_of_letters_or_a_han_character(text, count):
    assert word_count(text) == count


@given(st.lists(st.text(st.characters(whitelist_categories=["Lu", "Ll"], max_codepoint=0x24F), min_size=1)))
def test_as_many_words_as_were_put_in(words):
    assert word_count(" ".join(words)) == len(words)


@given(st.text(), st.text())
def test_texts_count_as_their_parts_do(one, other):
    assert word_count(f"{one} {other}") == word_count(one) + word_count(other)
