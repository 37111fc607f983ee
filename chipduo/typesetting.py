"""Words set in lines of about equal width, whatever measures them."""

import re
from collections.abc import Callable

Measure = Callable[[str], float]

MORE = "…"
WORD = re.compile(r"(?:(?:an?|the)\s+)?\S+", re.IGNORECASE)  # a line does not end in an article
LONGEST = 300  # characters that are looked at: no line of ours takes more


def balanced(text: str, measure: Measure, width: float) -> list[str]:
    """In as few lines as this width allows, and these as narrow as they can be without one more, or a word cut."""
    lines = filled(text, measure, width)
    low, high = width / 3, width
    while high - low > 1:
        middle = (low + high) / 2
        narrower = filled(text, measure, middle)
        if len(narrower) > len(lines) or " ".join(narrower) != " ".join(lines):
            low = middle
        else:
            high = middle
    return filled(text, measure, high)


def filled(text: str, measure: Measure, width: float) -> list[str]:
    """As many words as fit to a line; a word too long for any is cut."""
    lines: list[str] = []
    for word in WORD.findall(text[:LONGEST]):
        if lines and measure(f"{lines[-1]} {word}") <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines += pieces(word, measure, width)
    return lines


def pieces(word: str, measure: Measure, width: float) -> list[str]:
    found = [""]
    for char in word:
        if found[-1] and measure(found[-1] + char) > width:
            found.append("")
        found[-1] += char
    return found


def fitted(text: str, measure: Measure, width: float) -> str:
    """In one line, with what does not fit left out and said to be."""
    text = text[:LONGEST]
    if measure(text) <= width:
        return text
    while text and measure(text + MORE) > width:
        text = text[:-1]
    return text.rstrip(" ,.:;") + MORE
