"""Dates where prose names them: only what stands in the words, read as an editor's date would be, and nothing guessed.

A number alone is a year only after a word that makes it one ("in 2014", "since 2014") or alone in brackets.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.dates.fuzzydate import FuzzyDate, FuzzyDateError, parse
from articles.dates.words import HALVES, MONTHS, QUARTERS, SEASONS, THIRDS

YEAR = r"(?:1[89]|20)[0-9]{2}(?![\w%]|[.,][0-9]| ?(?:nm|nanomet|million|billion|trillion|per cent))"
DAY, MONTH = r"[0-9]{1,2}", rf"(?:{'|'.join(MONTHS)})"
PART = f"(?:{'|'.join((*SEASONS, *QUARTERS, *THIRDS, *HALVES))})"
COUNTED = r"(?:first|second|third|fourth) (?:quarter|half) of"
NAMED = f"(?:(?:{DAY} )?{MONTH} {YEAR}|{MONTH} {DAY}, {YEAR}|{PART}[ -]{YEAR}|{COUNTED} {YEAR})"
DECADE = r"the (?:1[89]|20)[0-9]0s\b"
POINT = f"(?:{NAMED}|{DECADE}|{YEAR})"
START = f"(?:{POINT}|(?:{DAY} )?{MONTH}|{DAY})"  # the year may be said once, at the end
DATED = re.compile(
    rf"\b(?P<span>between {START} and {POINT}|(?:from )?{START}(?: to |–){POINT})"
    rf"|\b(?P<meant>(?:since|before|after|until|about|around) {POINT})"
    rf"|\b(?P<named>{NAMED}|{DECADE})"
    rf"|(?:\b(?:in|by|of|from|during|through|to|and|the) |(?<=\())(?P<year>{YEAR})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateInText:
    """The code points from `start` to before `end` name the date."""

    start: int
    end: int
    when: FuzzyDate


def dates_in(text: str) -> list[DateInText]:
    return list(_found(text))


def _found(text: str) -> Iterator[DateInText]:
    for match in DATED.finditer(text):
        kind = str(match.lastgroup)
        try:
            yield DateInText(*match.span(kind), parse(match[kind]))
        except FuzzyDateError:  # such as 31 April: it looks like a date and is none
            continue
