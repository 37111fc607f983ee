"""Sentences: where they end, what only looks like an end, and what a megabyte of dots costs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.sentences import around, split


def sentences(text):
    return [text[start:end] for start, end in split(text)]


ONE_SENTENCE = [
    "The U.S. Department of Commerce added Huawei to its list.",
    "Sales to the U.S. fell.",
    "Apple Inc. makes phones.",
    "Huawei Technologies Co., Ltd. is based in Shenzhen.",
    "It was founded as Huawei Technologies Co., Ltd.",
    "See No. 28 on the list.",
    "Some chips, e.g. the Kirin 9000S, were made at home.",
    "A few, i.e. Huawei and SMIC, went on.",
    "It cost 3.5 billion dollars.",
    "J. K. Smith and Liang M. S. Song wrote it.",
    "The rule is at 85 FR 51596 (Aug. 20, 2020).",
    "The rule (85 FR 51596, Aug. 20, 2020) took effect.",
    "Huawei v. SMIC was never a case.",
    "Dr. Chiang met Mr. Liang and Prof. Xu.",
    "Version 1.2.3 is at example.com/a.b?c=d!e for all.",
    "“Why?” she asked.",
    "Yahoo! is a company.",
    "And so... he left.",
    "He said “stop.”",
    "(It fell.)",
    "It fell.[1]",
    "It fell.[2][14]",
    "1. First of the list.",
    "It began at 5 p.m. Beijing time.",
    "Moore et al. 2019 say so.",
    "See fig. 2 and pp. 3 to 5.",
    "华为是一家公司。",
    "他说：“不知道……也许吧。”",
    "价格是3.5元！",
    "麒麟9000S与SMIC有关？",
    "No stop at the end of Huawei Technologies Co. Ltd",
]

TWO_SENTENCES = [
    ("He said no.", "Then he left."),
    ("He said “stop.”", "Then he left."),
    ("(It fell.)", "It rose."),
    ("It fell.[1]", "It rose."),
    ("Really?!", "Yes."),
    ("It stopped...", "Then it went on."),
    ("It was cut off from the U.S.", "The firm turned to SMIC."),
    ("It is sold by Apple Inc.", "This changed."),
    ("It fell in 2020.", "iPhone sales rose."),
    ("It fell in 2020.", "“It rose,” he said."),
    ("It fell in 2020.", "28 firms followed."),
    ("This is plan B.", "It failed."),
    ("1. First of the list.", "2. Second of the list."),
    ("SMIC makes chips.", "华为 buys them."),
    ("It was founded as Huawei Technologies Co., Ltd.\n", "\nIn Shenzhen"),
    ("No stop here", "\n\nno stop there"),
    ("No stop here", "\r\n\r\nno stop there"),
    ("By Mr.", "\n \t\nLiang"),
]

CHINESE = [
    ("华为是公司。中芯国际是代工厂！对吗？", ["华为是公司。", "中芯国际是代工厂！", "对吗？"]),
    ("他说：“好。”她走了。", ["他说：“好。”", "她走了。"]),
    ("（见上文。）下文。", ["（见上文。）", "下文。"]),
    ("真的!不会吧?是的。", ["真的!", "不会吧?", "是的。"]),
    ("不。。。 是", ["不。。。", "是"]),
]

WHOLE = [
    "It fell.",
    "SMIC, Inc. of the U.S. rose by 3.5 per cent!",
    "“Did it?”",
    "The rule (Aug. 20, 2020) held.",
    "华为。",
]
HOSTILE = [
    "." * 10**6,
    " " * 10**6,
    "\n" * 10**6,
    "\n " * 500_000,
    ".[1" * 100_000,
    '."' * 200_000,
    "A." * 200_000,
]
HOSTILE += [
    "Mr. " * 100_000,
    "1. " * 100_000,
    "a. " * 100_000,
    ". " * 100_000,
    "\n" + " " * 10**6 + "x",
    "”" * 10**6,
]

prose = st.lists(st.sampled_from([*" \n\t.!?…。！？”)]([“,;1aAé华", "Mr", "Inc", "U.S", "No", " The "])).map(
    "".join
)


class TestASentence:
    @pytest.mark.parametrize("text", ONE_SENTENCE)
    def test_is_not_ended_by_what_only_looks_like_an_end(self, text):
        assert sentences(text) == [text]

    @pytest.mark.parametrize(("first", "second"), TWO_SENTENCES)
    def test_ends_before_the_next(self, first, second):
        assert sentences(f"{first} {second}") == [first.strip(), second.strip()]

    @pytest.mark.parametrize(("text", "parts"), CHINESE)
    def test_ends_in_chinese_without_a_space(self, text, parts):
        assert sentences(text) == parts

    @given(st.lists(st.sampled_from(WHOLE)), st.sampled_from([" ", "\n", "  ", "\n\n", "\u3000", "\u00a0"]))
    def test_is_found_again_among_others(self, parts, gap):
        assert sentences(gap + gap.join(parts) + gap) == parts

    @given(prose | st.text())
    def test_is_one_sentence_by_itself(self, text):
        for part in sentences(text):
            assert sentences(part) == [part]


class TestSplit:
    @given(prose | st.text())
    def test_leaves_out_nothing_but_the_space_between(self, text):
        position = 0
        for start, end in split(text):
            assert position <= start < end
            assert not text[position:start].strip()
            assert text[start:end] == text[start:end].strip()
            position = end
        assert not text[position:].strip()

    @pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:4]))
    def test_reads_hostile_text_once(self, text):
        """Each of these takes a second or two at most; at a quadratic cost it would take hours."""
        found = split(text)
        assert sum(end - start for start, end in found) <= len(text)
        assert bool(found) == bool(text.strip())


class TestAround:
    TEXT = "  It fell.  It rose again. The end.  "

    @pytest.mark.parametrize(
        ("start", "end", "expected"),
        [
            (2, 4, "It fell."),
            (5, 5, "It fell."),
            (12, 14, "It rose again."),
            (12, 12, "It rose again."),
            (8, 14, "It fell.  It rose again."),
            (2, 34, "It fell.  It rose again. The end."),
            (12, 27, "It rose again."),
            (12, 28, "It rose again. The end."),
            (10, 11, "It rose again."),
            (10, 10, "It rose again."),
            (0, 1, "It fell."),
            (36, 37, "The end."),
            (500, 600, "The end."),
        ],
    )
    def test_gives_the_sentences_that_hold_the_words(self, start, end, expected):
        first, last = around(self.TEXT, start, end)
        assert self.TEXT[first:last] == expected

    @pytest.mark.parametrize("text", ["", "   \n"])
    def test_gives_nothing_for_nothing(self, text):
        assert around(text, 0, len(text)) == (0, 0)

    @given(prose.filter(str.strip), st.data())
    def test_holds_all_the_words_and_whole_sentences_only(self, text, data):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        first, last = around(text, start, end)
        assert not text[start : min(max(first, start), end)].strip()
        assert not text[max(last, start) : end].strip()
        found = split(text)
        assert first in {bounds[0] for bounds in found}
        assert last in {bounds[1] for bounds in found}
        touched = [bounds for bounds in found if bounds[0] < end and bounds[1] > start]
        if touched:
            assert (first, last) == (touched[0][0], touched[-1][1])
