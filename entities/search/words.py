"""A text as search compares it: words without case, accents and endings, each with its place in the text."""

import re
import unicodedata
from functools import lru_cache
from threading import Lock

import snowballstemmer

from entities.linking.folding import UNSPACED

MARKS = "\u0300-\u036f"
LETTERS = rf"(?:[^\W\d_{UNSPACED}][{MARKS}]*)+"
WORD = re.compile(rf"[{UNSPACED}]|\d+|{LETTERS}(?:['’ʼ]{LETTERS})*")
POSSESSIVE = re.compile(r"['’ʼ]s?$")
PLAIN = re.compile(r"[a-wyz0-9][a-z0-9]*")
LONGEST = 60  # characters of a word that are compared

_english = snowballstemmer.stemmer("english")
_one_at_a_time = Lock()  # the stemmer keeps the word that it works on


def words(text: str) -> list[tuple[str, int, int]]:
    """Of each word the code, `[a-z0-9]+`, which is what the index holds for it, and its start and end in the text.

    Each character of a script without spaces is a word of its own, and so is a run of digits: 7nm is 7 and nm.
    """
    return [(code, *found.span()) for found in WORD.finditer(text) if (code := stemmed(found[0]))]


def codes(text: str) -> list[str]:
    return [code for written in WORD.findall(text) if (code := stemmed(written))]


def beginnings(text: str) -> list[str]:
    """Codes of the whole words, without stemming: what somebody types is the beginning of one of these."""
    return [code for written in WORD.findall(text) if (code := whole(written))]


@lru_cache(maxsize=100_000)
def folded(written: str) -> str:
    """Without case, accents and possessive. A sign in one of the unspaced scripts is nothing."""
    if re.match(f"[{UNSPACED}]", written):
        return unicodedata.normalize("NFKC", written) if written.isalnum() else ""
    plain = POSSESSIVE.sub("", written) or written
    apart = unicodedata.normalize("NFKD", plain).casefold()
    kept = "".join(one for one in apart if unicodedata.category(one) != "Mn" and one not in "'’ʼ")
    return unicodedata.normalize("NFKC", kept)[:LONGEST]


@lru_cache(maxsize=100_000)
def stemmed(written: str) -> str:
    word = folded(written)
    if word.isascii() and word.isalpha():
        with _one_at_a_time:
            word = _english.stemWord(word)
    return coded(word)


def whole(written: str) -> str:
    return coded(folded(written))


def coded(word: str) -> str:
    """Plain ASCII as it is; what is not, or begins with x, as x and the hexadecimal of its UTF-8: no two share a code."""
    return word if not word or PLAIN.fullmatch(word) else f"x{word.encode().hex()}"
