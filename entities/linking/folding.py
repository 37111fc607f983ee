"""How names and texts are compared: folds that keep every offset, and the places where a word may begin or end."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Scripts that put no spaces between words: Han, kana, bopomofo, Hangul (its particles cling), Thai, Lao, Tibetan, Burmese, Khmer.
UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u312f\u3130-\u318f\u31a0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U00016fe0-\U0001b2ff\U00020000-\U0003ffff"
)
_UNSPACED = re.compile(f"[{UNSPACED}]")

LEVEL = str.maketrans(
    dict.fromkeys("’‘ʼ", "'") | dict.fromkeys("‑‐", "-") | dict.fromkeys("\xa0\u202f\u2007\u2009\n", " ")
)


def level(text: str) -> str:
    """The text with one apostrophe, one hyphen and one space, of the same length: an end of line is a space."""
    return text.translate(LEVEL)


def fold(text: str) -> str:
    """The text without case, of the same length. (`casefold` would change the length of 104 characters.)"""
    return level(text).replace("İ", "i").lower().replace("ς", "σ")


def folded(text: str) -> str:
    """As it is compared: composed too, so that its length may differ."""
    return fold(text) if text.isascii() else read(text).folded


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it is compared, composed (NFC), and the way back to its own offsets.

    `origins` has the offset in the text for each offset here; among the marks on a letter, that of the letter.
    """

    level: str
    folded: str
    origins: Sequence[int]


def read(text: str) -> Reading:
    composed, origins = _compose(text)
    return Reading(level(composed), fold(composed), origins)


def breaks(text: str, at: int, whole_word: bool) -> bool:
    """Whether a name may begin or end here; one that need not be a whole word, also between two Han characters.

    Never before a mark that belongs to the character in front of it. Between letters of a spaced script never
    either, whatever the rule: a part of a word is not a name, and the token index could not find it.
    """
    if at in (0, len(text)):
        return True
    before, after = _kind(_base(text, at)), _kind(text[at])
    if after == "mark":
        return False
    return before != after or before == "" or (before == "unspaced" and not whole_word)


def has_unspaced_script(text: str) -> bool:
    return any(_kind(character) == "unspaced" for character in text)


def _base(text: str, at: int) -> str:
    """The character in front of a place, without the marks on it."""
    while at > 1 and _kind(text[at - 1]) == "mark" and not _is_sign(text[at - 1]):
        at -= 1
    return text[at - 1]


def _is_sign(mark: str) -> bool:
    """A variation selector or an enclosing mark: what carries it is a sign or a picture and not part of a word."""
    return unicodedata.category(mark) == "Me" or "\ufe00" <= mark <= "\ufe0f" or mark >= "\U000e0100"


def _kind(character: str) -> str:
    if unicodedata.category(character).startswith("M"):
        return "mark"
    if not character.isalnum():
        return ""
    return "unspaced" if _UNSPACED.match(character) else "spaced"


def _compose(text: str) -> tuple[str, Sequence[int]]:
    if unicodedata.is_normalized("NFC", text):
        return text, range(len(text) + 1)
    composed: list[str] = []
    origins: list[int] = []
    for start, cluster in _clusters(text):
        piece = unicodedata.normalize("NFC", cluster)
        composed.append(piece)
        origins += [start] * len(piece)
    return "".join(composed), [*origins, len(text)]


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """The shortest runs that compose by themselves, with their offsets."""
    start = 0
    for at in range(1, len(text)):
        if unicodedata.combining(text[at]) or (text[at] > "\u036f" and _composes(text[start:at], text[at])):
            continue
        yield start, text[start:at]
        start = at
    if text:
        yield start, text[start:]


def _composes(cluster: str, character: str) -> bool:
    together = unicodedata.normalize("NFC", cluster + character)
    return together != unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", character)
