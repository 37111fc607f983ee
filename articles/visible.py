"""A line as it is seen: without characters that nobody sees, by which two names would look alike and be two."""

import re
import unicodedata

UNSEEN_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
JOINERS = "\u200c\u200d"
JOINED = re.compile("[\u0590-\u1cff]")  # scripts in which a joiner changes how the letters beside it look
TWO_ALPHABETS = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[\u0400-\u052f])\w+")


def as_seen(text: str) -> str:
    """With single spaces, and none around it."""
    seen: list[str] = [""]
    for one in text:
        if one.isspace():
            seen.append(" ")
        elif JOINED.match(seen[-1]) if one in JOINERS else is_seen(one):
            seen.append(one)
    return " ".join("".join(seen).split())


def is_seen(one: str) -> bool:
    return unicodedata.category(one) not in {"Cc", "Cf", "Cs"} and one not in UNSEEN_LETTERS


def in_two_alphabets(text: str) -> str:
    """The first word with Latin and Cyrillic letters, which look alike; empty if there is none."""
    found = TWO_ALPHABETS.search(text)
    return found[0] if found else ""
