"""The token index's one tokeniser, for texts and for names: whatever the matcher finds, the index finds first."""

import re

from entities.linking.folding import UNSPACED, folded

TOKEN = re.compile(rf"[^\W_{UNSPACED}]+|\S")
PLAIN = re.compile(r"[a-wyz0-9][a-z0-9]*")


def tokenise(text: str) -> list[str]:
    """Tokens of `[a-z0-9]+` in the order of the text; those of a name are a run of those of any text that has it.

    A run of letters and digits is a token; each character of a script without spaces, each mark and each sign
    is one of its own, so a name that is not blank always has some. A final s is cut from every word, for GPUs
    is found by GPU. What is not plain, or begins with x, is written as x and the hexadecimal of its UTF-8, so that
    no two words share a token.
    """
    return [_coded(_stem(token)) for token in TOKEN.findall(folded(text))]


def _stem(token: str) -> str:
    return token.rstrip("s") or token[:1]


def _coded(token: str) -> str:
    return token if PLAIN.fullmatch(token) else f"x{token.encode().hex()}"
