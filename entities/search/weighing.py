"""How near a text is to what is asked: Okapi BM25, but for the rarity of a word, as each text here has all of the words."""

from collections.abc import Sequence
from typing import NamedTuple

from entities.search.asking import Phrase

IN_TITLE = 8  # times as much as once in the body
SATURATED, BY_LENGTH = 1.2, 0.75  # k1 and b, as FTS5 has them


class Text(NamedTuple):
    """In codes, as the index holds them."""

    title: str
    body: str


def weights(texts: Sequence[Text], phrases: Sequence[Phrase]) -> list[float]:
    """The higher, the nearer; a text is long or short among these."""
    lengths = [len(title) + len(body) for title, body in texts]
    usual = sum(lengths) / max(len(lengths), 1) or 1
    wanted = [f" {' '.join(phrase)} " for phrase in phrases]
    return [_weight(text, wanted, length / usual) for text, length in zip(texts, lengths, strict=True)]


def _weight(text: Text, wanted: Sequence[str], length: float) -> float:
    title, body = (f" {part} ".replace("\n", " ") for part in text)
    slow = SATURATED * (1 - BY_LENGTH + BY_LENGTH * length)
    # a word right after itself counts once, which saves taking the text apart
    often = (IN_TITLE * title.count(one) + body.count(one) for one in wanted)
    return sum(times * (SATURATED + 1) / (times + slow) for times in often)
