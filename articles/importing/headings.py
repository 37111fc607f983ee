"""Headings told from paragraphs in plain text: a short line that ends no sentence, above a longer paragraph."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST_HEADING = 80  # columns
LONGEST_LABEL = 3  # words; a longer line that ends in a colon leads into what follows
SENTENCE_END = re.compile(r"""[.!;,…。！；，、][\s'"’”»›)\]」』）]*$""")
COLON = re.compile(r"[:：]$")
BULLET = re.compile(r"(?:[-*+•‣–—·]|\(?\d{1,3}\))\s")
BYLINE = re.compile(r"by\s+[^\W\d_]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    lines: int = 1
    underlined: bool = False


def columns(text: str) -> int:
    """The width in a typewriter's letters: a Han character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def could_be_heading(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if paragraph.lines > 1 or columns(text) > LONGEST_HEADING or not re.search(r"[^\W_]", text):
        return False
    if SENTENCE_END.search(text) or BULLET.match(text) or BYLINE.match(text):
        return False
    return not COLON.search(text) or len(text.split()) <= LONGEST_LABEL


def are_headings(paragraphs: Sequence[Paragraph]) -> list[bool]:
    """For each paragraph below the title, whether it is a heading."""
    short = [could_be_heading(paragraph) for paragraph in paragraphs]
    return [
        paragraph.underlined
        or (short[at] and not _ends_a_list(short, at) and _stands_above(paragraphs, short, at))
        for at, paragraph in enumerate(paragraphs)
    ]


def _ends_a_list(short: Sequence[bool], at: int) -> bool:
    return at >= 2 and short[at - 1] and short[at - 2]


def _stands_above(paragraphs: Sequence[Paragraph], short: Sequence[bool], at: int) -> bool:
    if at + 1 == len(paragraphs) or short[at + 1] or paragraphs[at + 1].underlined:
        return False
    return columns(paragraphs[at + 1].text) > columns(paragraphs[at].text)
