"""How much room words take, without a browser: each character at its widest in the faces that a reader may have."""

import unicodedata
from collections.abc import Iterator

WIDTHS = {  # in ems, the widest of DejaVu Sans and Serif, which are the widest that are common
    0.32: "',.ijl’·\xa0 ",
    0.4: "!()-/:;IJ[\\]ft|‘",
    0.54: '"*_`rsz–“”',
    0.62: "?acekovxyé",
    0.7: "$0123456789AEFLPSTVXYZbdghnpquß{}",
    0.82: "BCDGKOQRΩ",
    0.92: "#&+<=>HNUw^~",
    1.12: "%@mMW—",
}
WIDTH_OF = {character: width for width, characters in WIDTHS.items() for character in characters}
IDEOGRAPHIC, UNKNOWN = 1.0, 1.0
ELLIPSIS = "…"


def width(text: str) -> float:
    """In ems."""
    return sum(map(width_of, text))


def width_of(character: str) -> float:
    if character in WIDTH_OF:
        return WIDTH_OF[character]
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn", "Me"}:
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return IDEOGRAPHIC if unicodedata.category(character).startswith("L") else 1.3
    return UNKNOWN


def wrapped(text: str, room: float, most: int = 6) -> tuple[str, ...]:
    """Lines that are no wider than `room` ems, as few as can be and as even. What is over ends in an ellipsis."""
    lines = _lines(text, room)
    if len(lines) > most:
        return (*lines[: most - 1], _cut(lines[most - 1], room))
    for part in range(5, 10):
        even = _lines(text, room * part / 10)
        if len(even) == len(lines) and _words(even) == _words(lines):
            return tuple(even)
    return tuple(lines)


def shortened(text: str, room: float) -> str:
    """The first words of it that fit, with an ellipsis where some are left out; empty where not even one fits."""
    if width(text) <= room:
        return text
    words = text.split()
    while words:
        words.pop()
        short = " ".join(words).rstrip(",;:.") + ELLIPSIS
        if words and width(short) <= room:
            return short
    return ""


def _lines(text: str, room: float) -> list[str]:
    lines = [""]
    for piece in _pieces(text, room):
        if lines[-1] and width((lines[-1] + piece).rstrip()) > room:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def _pieces(text: str, room: float) -> Iterator[str]:
    """What a line may end after: a word with its space, an ideograph, as much of a long word as fits."""
    for word in text.split():
        start = 0
        for end in range(1, len(word) + 1):
            may_break = unicodedata.east_asian_width(word[end - 1]) in "WF" or word[end - 1] in "-–"
            if end < len(word) and (may_break or width(word[start : end + 1]) > room):
                yield word[start:end]
                start = end
        yield word[start:] + " "


def _cut(line: str, room: float) -> str:
    while line and width(line + ELLIPSIS) > room:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS


def _words(lines: list[str]) -> list[str]:
    """So that no word is broken only to make lines even."""
    return " ".join(lines).split()
