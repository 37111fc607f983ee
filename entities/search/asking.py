"""What a reader asks for, read literally: words and "phrases" that must all occur. No sign has a power of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from entities.search.words import codes, words

Phrase = tuple[str, ...]
Stretch = tuple[int, int]

CHUNK = re.compile(r'["“”„«]([^"“”„«»]*)["“”»]|(\S+)')
MOST_CHUNKS = 12
MOST_WORDS = 40
MOST_MARKS = 100  # in one passage
VERY_COMMON = """
a an and are as at be been but by did do does for from had has have how in into is it its not of on or that the
their these this those to was were what when where which who why will with
"""
COMMON = frozenset(VERY_COMMON.split())


@dataclass(frozen=True, slots=True)
class Asked:
    """`phrases` are the codes of what must occur; a word that is written as one but has parts, 7nm, is a phrase.

    `common` are words that need not occur, for nearly every text has them; `left_out` are too many.
    """

    text: str
    phrases: tuple[Phrase, ...] = ()
    common: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.phrases)

    def marks(self, text: str) -> list[Stretch]:
        return stretches(text, self.phrases) if self.phrases else []


NOTHING = Asked("")


def read_question(text: str) -> Asked:
    text = " ".join(text.split())
    chunks = [
        (found[1] if found[2] is None else found[2], found[2] is None) for found in CHUNK.finditer(text)
    ]
    written = [(chunk, quoted, tuple(codes(chunk))) for chunk, quoted in chunks]
    kept, left_out = _bounded([one for one in written if one[2]])
    common = [chunk for chunk, quoted, _ in kept if not quoted and chunk.casefold() in COMMON]
    if len(common) == len(kept):
        common = []
    phrases = dict.fromkeys(phrase for chunk, _, phrase in kept if chunk not in common)
    return Asked(text, tuple(phrases), tuple(dict.fromkeys(common)), left_out)


def stretches(text: str, phrases: Sequence[Phrase]) -> list[Stretch]:
    """Where any of the phrases stands in the text; none overlaps another, and they are at most so many."""
    found, firsts = words(text), {phrase[0] for phrase in phrases}
    written = tuple(code for code, _, _ in found)
    kept: list[Stretch] = []
    reached = 0
    for at, (code, start, _) in enumerate(found):
        if code in firsts and at >= reached and (end := _longest_here(written, at, phrases)):
            kept.append((start, found[end - 1][2]))
            reached = end
    return kept[:MOST_MARKS]


def _longest_here(written: tuple[str, ...], at: int, phrases: Sequence[Phrase]) -> int:
    """Where the longest phrase that begins here ends; 0 where none does."""
    return max((at + len(one) for one in phrases if written[at : at + len(one)] == one), default=0)


def _bounded(written: list) -> tuple[list, tuple[str, ...]]:
    kept, total = [], 0
    for one in written[:MOST_CHUNKS]:
        total += len(one[2])
        if total > MOST_WORDS:
            break
        kept.append(one)
    return kept, tuple(chunk for chunk, _, _ in written[len(kept) :])
