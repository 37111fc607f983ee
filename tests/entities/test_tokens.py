import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entities.linking.lexicon import Lexicon
from entities.tokens import tokenise
from tests.entities.spellings import names_and_text, texts


def holds_run(tokens, run):
    return any(tokens[at : at + len(run)] == run for at in range(len(tokens) - len(run) + 1))


class TestTokenise:
    @pytest.mark.parametrize(
        ("text", "tokens"),
        [
            ("Huawei and TSMC", ["huawei", "and", "tsmc"]),
            ("GPU GPUs gpu", ["gpu", "gpu", "gpu"]),
            ("GAS GASs", ["ga", "ga"]),
            ("S ss as", ["s", "s", "a"]),
            ("", []),
            (" \n\t\u00a0", []),
            ("C+", ["c", "x2b"]),
            ("华为", ["xe58d8e", "xe4b8ba"]),
            ("é e\u0301", ["xc3a9", "xc3a9"]),
            ("x x2b", ["x78", "x783262"]),
            ("7nm", ["7nm"]),
            ("a_b", ["a", "x5f", "b"]),
        ],
    )
    def test_cuts(self, text, tokens):
        assert tokenise(text) == tokens

    def test_reads_what_the_matcher_takes_for_equal_as_equal(self):
        assert tokenise("HUAWEI’S İ ΣΑΣ A‑B") == tokenise("huawei's i σας a-b")

    @given(texts | st.text())
    @settings(deadline=None)
    def test_gives_plain_tokens(self, text):
        assert all(re.fullmatch("[a-z0-9]+", token) for token in tokenise(text))

    @given(st.text(min_size=1).filter(str.strip))
    @settings(deadline=None)
    def test_gives_some_for_any_name(self, name):
        assert tokenise(name)

    @given(st.text(), st.text())
    @settings(deadline=None)
    def test_gives_different_signs_different_tokens(self, one, other):
        if len(one) == len(other) == 1 and not one.isalnum() and not one.isspace() and one != other:
            assert tokenise(one) != tokenise(other) or not other.strip()

    @given(names_and_text())
    @settings(max_examples=1000, deadline=None)
    def test_misses_nothing_that_the_matcher_finds(self, case):
        names, text = case
        by_alias = {name.alias: name for name in names}
        tokens = tokenise(text)
        for alone in [Lexicon([name]) for name in names]:
            for match in alone.find_all(text):
                name = tokenise(by_alias[match.alias].text)
                assert name
                assert set(name) <= set(tokens)
                assert holds_run(tokens, name)
