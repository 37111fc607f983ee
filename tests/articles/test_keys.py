import pytest

from articles.keys import key_in


@pytest.mark.parametrize("text", ["", "x", "-1", "+1", "1.0", "²", "٣", "1\0", " 1", "9" * 19, "9" * 5000])
def test_what_no_row_can_have_is_no_key(text):
    assert key_in(text) is None


@pytest.mark.parametrize(("text", "key"), [("1", 1), ("007", 7), ("9" * 18, 10**18 - 1)])
def test_a_number_that_a_row_can_have_is_a_key(text, key):
    assert key_in(text) == key
