"""Texts and names for property tests, in the letters that go wrong, and a slow reader that knows when a name stands in a text."""

import unicodedata

from hypothesis import strategies as st

from entities.linking.lexicon import Name

LETTERS = [
    "a",
    "A",
    "b",
    "B",
    "s",
    "S",
    "G",
    "1",
    "é",
    "e\u0301",
    "\u0301",
    "q\u0308",
    "İ",
    "I\u0307",
    "ß",
    "σ",
    "ς",
    "Σ",
    "\u212a",
]
LETTERS += [
    " ",
    " ",
    "\n",
    "\t",
    "\u00a0",
    ".",
    "-",
    "‑",
    "'",
    "’",
    "&",
    "+",
    "_",
    "😀",
    "\ufe0f",
    "\u20e3",
    "\u200d",
]
LETTERS += ["华", "为", "か\u3099", "が", "か\u309a", "ハ", "한", "\u1112\u1161\u11ab", "ก", "\u0e48"]
COMMON = ["GP", " GPs ", "GPs", " ", "GP’s ", "AB-", " ab", "华", "e\u0301"]
pieces = st.lists(st.sampled_from(COMMON) | st.sampled_from(LETTERS), max_size=20)
texts = pieces.map("".join)


@st.composite
def names_and_text(draw):
    """A text, and names of which most are cut from it and then written another way."""
    text = draw(pieces)
    names = []
    for alias in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(text)))
        cut = "".join(text[start : start + draw(st.integers(1, 4))]).strip() or "a"
        change = draw(
            st.sampled_from([str, str, str, str.swapcase, str.upper, to_nfc, to_nfd, straight, without_s])
        )
        spelling = draw(
            st.just(change(cut))
            | st.sampled_from(["GP", "GPs", "ab"])
            | texts.filter(lambda text: 0 < len(text) < 5)
        )
        names.append(Name(spelling, draw(st.integers(1, 3)), alias, draw(st.booleans()), draw(st.booleans())))
    return names, "".join(text)


def without_s(text):
    return text.removesuffix("s")


def to_nfc(text):
    return unicodedata.normalize("NFC", text)


def to_nfd(text):
    return unicodedata.normalize("NFD", text)


def straight(text):
    return text.replace("’", "'").replace("‑", "-").replace("\u00a0", " ").replace("\n", " ")


def stands(name, text, start, end):
    """Whether the name, or the plural of an acronym, is exactly text[start:end]: "written", "plural" or None."""
    if to_nfc(text) != to_nfc(text[:start]) + to_nfc(text[start:end]) + to_nfc(text[end:]):
        return None
    if not edge(text, start, name.whole_word) or not edge(text, end, name.whole_word):
        return None
    spelling = " ".join(straight(to_nfc(name.text)).split())
    words = straight(to_nfc(text[start:end]))
    same = (lambda a, b: a == b) if name.case_sensitive else (lambda a, b: caseless(a) == caseless(b))
    if spelling and same(spelling, words):
        return "written"
    shouts = len([c for c in spelling if c.isupper()]) >= 2 and not any(c.islower() for c in spelling)
    plural = name.case_sensitive and shouts and words == spelling + "s"
    return "plural" if plural and not edge(text, end - 1, whole_word=True) else None


def edge(text, at, whole_word):
    if at == 0 or at == len(text):
        return True
    if script(text[at]) == "mark":
        return False
    before = at - 1
    while before and script(text[before]) == "mark" and text[before] not in "\ufe0f\u20e3":
        before -= 1
    pair = {script(text[before]), script(text[at])}
    return not (pair == {"spaced"} or (pair == {"unspaced"} and whole_word))


def script(character):
    if unicodedata.category(character)[0] == "M":
        return "mark"
    if unicodedata.category(character)[0] not in "LN":
        return "other"
    written_close = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI")
    return "unspaced" if unicodedata.name(character).startswith(written_close) else "spaced"


def caseless(text):
    return "".join({"İ": "i", "Σ": "σ", "ς": "σ"}.get(c, c.lower()) for c in text)
