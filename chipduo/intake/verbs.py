"""Which way of standing to each other a sentence names: the words between two names, held against the words of each kind."""

import re
from collections.abc import Iterator
from functools import cache

from snowballstemmer import stemmer

from entities.relations.kinds import KINDS

WORD = re.compile(r"[^\W\d_]+")
MOST_BETWEEN = 12  # words: farther apart, a verb belongs to others
DENIED = frozenset({"not", "never", "no", "nor", "neither"})
AS_WRITTEN_IN_KINDS = {
    "was": "is", "were": "is", "are": "is", "be": "is", "been": "is", "made": "makes", "built": "builds",
}  # fmt: skip

Stems = tuple[str, ...]


def kinds_between(words: str) -> Iterator[tuple[str, bool]]:
    """The slug of each kind that the words name, the closest first, and whether the first name is its subject."""
    between = stems(words)
    if not between or len(between) > MOST_BETWEEN or DENIED & set(between):
        return
    for slug, phrase, is_forward in ways():
        if holds(between, phrase):
            yield slug, is_forward


@cache
def ways() -> tuple[tuple[str, Stems, bool], ...]:
    """The longest first, so that “makes chips for” is not taken for “makes”."""
    both = (
        (kind.slug, stems(said), said == kind.phrase)
        for kind in KINDS.values()
        for said in (kind.phrase, kind.inverse)
    )
    return tuple(sorted(dict.fromkeys(both), key=lambda way: -len(way[1])))


def stems(words: str) -> Stems:
    plain = [AS_WRITTEN_IN_KINDS.get(word, word) for word in WORD.findall(words.lower())]
    return tuple(stemmer("english").stemWords(plain))


def holds(words: Stems, phrase: Stems) -> bool:
    return any(words[at : at + len(phrase)] == phrase for at in range(len(words) - len(phrase) + 1))
