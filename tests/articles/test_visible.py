import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.visible import as_seen, in_two_alphabets


class TestALineAsItIsSeen:
    @pytest.mark.parametrize(
        "line",
        [
            "Hua\u200bwei", "Hua\u200dwei", "Hua\u00adwei", "\ufeffHuawei", "\u202eHuawei\u202c", "\u2066Huawei\u2069",
            "Huawei\U000e0041", "Hua\x07wei", "Hua\x00wei", "\u3164Huawei", " Huawei\n",
        ],
    )  # fmt: skip
    def test_has_nothing_that_nobody_sees(self, line):
        assert as_seen(line) == "Huawei"

    @pytest.mark.parametrize("space", ["\n", "\u2028", "\u00a0", "\u3000", "  ", "\t"])
    def test_has_single_spaces(self, space):
        assert as_seen(f"Huawei{space}Technologies") == "Huawei Technologies"

    @pytest.mark.parametrize("line", ["Ünal", "中芯国际", "می\u200cخواهم", "葛\U000e0100", "e\u0301", "삼성"])
    def test_keeps_all_that_changes_how_it_looks(self, line):
        assert as_seen(line) == line

    @given(st.text())
    def test_is_seen_the_same_again(self, line):
        assert as_seen(as_seen(line)) == as_seen(line)


class TestTwoAlphabets:
    @pytest.mark.parametrize(
        ("line", "word"),
        [("The Hu\u0430wei case", "Hu\u0430wei"), ("Газпром Gas", ""), ("μLED", ""), ("5G中", ""), ("", "")],
    )
    def test_are_found_within_one_word(self, line, word):
        assert in_two_alphabets(line) == word
