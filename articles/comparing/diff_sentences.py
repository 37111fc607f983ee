"""What changed between two versions of one passage: which sentences, and in them which words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from articles.sentences import split
from articles.words import WORD

SentenceState = Literal["same", "changed", "added", "removed"]
RunState = Literal["same", "inserted", "deleted"]
Match = tuple[int, int, int]  # where in the old, where in the new, how many

# A longest common subsequence rather than difflib, which is cubic on hostile text: this one is found by bits,
# 64 at a time, whatever the text, in n * m / 64 steps and n * m / 8 bytes. The limit is 25 MB, which two
# sentences of 7,000 words reach when they share neither beginning nor end; beyond it all between those ends
# counts as replaced.
MOST_PAIRS = 200_000_000

# Of 100. In one English text five of 5,253 pairs of sentences are so alike; with half the words replaced one
# keeps 66.
ALIKE = 55
LOOK_AHEAD = 8
JUDGED_BY = 2_000

TOKEN = re.compile(rf"[0-9]+(?:[.,][0-9]+)++|{WORD.pattern}|\s++|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Run:
    state: RunState
    text: str


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """The same when only its white space differs."""

    state: SentenceState
    runs: tuple[Run, ...]


def sentence_changes(old: str, new: str) -> tuple[SentenceChange, ...]:
    """The same and inserted runs, joined, are exactly the new text; the same and deleted, the old."""
    before, after = _pieces(old), _pieces(new)
    matches = _matches([_squeezed(piece) for piece in before], [_squeezed(piece) for piece in after])
    return tuple(chain.from_iterable(_steps(before, after, matches)))


def _steps(
    before: list[str], after: list[str], matches: Iterable[Match]
) -> Iterator[Iterable[SentenceChange]]:
    i = j = 0
    for old_at, new_at, size in matches:
        yield _rewritten(before[i:old_at], after[j:new_at])
        i, j = old_at + size, new_at + size
        yield (
            SentenceChange("same", _runs(old, new))
            for old, new in zip(before[old_at:i], after[new_at:j], strict=True)
        )


def _rewritten(before: Sequence[str], after: Sequence[str]) -> Iterator[SentenceChange]:
    i = j = 0
    for old_at, new_at in [*_alike(before, after), (len(before), len(after))]:
        yield from (SentenceChange("removed", (Run("deleted", text),)) for text in before[i:old_at])
        yield from (SentenceChange("added", (Run("inserted", text),)) for text in after[j:new_at])
        if old_at < len(before):
            yield SentenceChange("changed", _runs(before[old_at], after[new_at]))
        i, j = old_at + 1, new_at + 1


def _alike(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of a sentence and what became of it, in the order of both."""
    start = 0
    for new_at, sentence in enumerate(after):
        window = range(start, min(start + LOOK_AHEAD, len(before)))
        scores = {at: fuzz.ratio(before[at][:JUDGED_BY], sentence[:JUDGED_BY]) for at in window}
        best = max(scores, key=scores.__getitem__, default=None)
        if best is not None and scores[best] >= ALIKE:
            yield best, new_at
            start = best + 1


def _runs(old: str, new: str) -> tuple[Run, ...]:
    if old == new:
        return (Run("same", old),)
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    runs: list[Run] = []
    i = j = 0
    for old_at, new_at, size in _telling(before, _matches(before, after)):
        end = old_at + size
        runs += (Run("deleted", "".join(before[i:old_at])), Run("inserted", "".join(after[j:new_at])))
        runs += (Run("same", "".join(before[old_at:end])),)
        i, j = end, new_at + size
    return tuple(run for run in runs if run.text)


def _telling(tokens: Sequence[str], matches: Iterable[Match]) -> list[Match]:
    """Without the spaces and commas that stayed between words that did not: they only scatter the marks."""
    start, *between, end, sentinel = matches
    worded = [
        found
        for found in between
        if any(WORD.match(token) for token in tokens[found[0] : found[0] + found[2]])
    ]
    return [start, *worded, end, sentinel]


def _matches(old: Sequence[str], new: Sequence[str]) -> Iterator[Match]:
    """A longest common subsequence: the common beginning, those between, the common end, an empty last."""
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    before, after = old[start : len(old) - end], new[start : len(new) - end]
    yield 0, 0, start
    if before and after and len(before) * len(after) <= MOST_PAIRS:
        numbers = {text: number for number, text in enumerate(dict.fromkeys([*before, *after]))}
        edits = LCSseq.editops([numbers[text] for text in before], [numbers[text] for text in after])
        yield from (
            (found.a + start, found.b + start, found.size) for found in edits.as_matching_blocks()[:-1]
        )
    yield len(old) - end, len(new) - end, end
    yield len(old), len(new), 0


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many they have in common at the beginning."""
    return next(
        (at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )


def _pieces(text: str) -> list[str]:
    """Sentences with the white space that follows them: joined, they are the text."""
    starts = [start for start, _ in split(text)][1:]
    return [text[start:end] for start, end in pairwise([0, *starts, len(text)]) if start < end]


def _squeezed(text: str) -> str:
    return " ".join(text.split())
