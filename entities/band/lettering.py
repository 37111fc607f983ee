"""How much room words take in a picture: a careful guess, as the reader's own machine sets the type."""

from unicodedata import east_asian_width

EM = 0.56  # of a letter of a wide sans, on average; what is set in capitals or Han is counted by its own


def width_of(text: str, size: float) -> float:
    return sum(size if east_asian_width(char) in "WF" else size * _ems(char) for char in text)


def shortened(text: str, size: float, room: float) -> str:
    """The first words of it that fit, with an ellipsis where some are left out; empty where not even one fits."""
    if width_of(text, size) <= room:
        return text
    words = text.split()
    while words:
        words.pop()
        short = " ".join(words).rstrip(",;:.") + "…"
        if words and width_of(short, size) <= room:
            return short
    return ""


def _ems(char: str) -> float:
    return EM * 1.3 if char.isupper() or char in "mw%&@—…" else EM
