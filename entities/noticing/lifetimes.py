"""From when to when something was there, as far as what is known of it says so, and nothing is guessed.

What it says is a fact labelled “Founded”, “Born”, “Dissolved” and the like, whose value begins or ends with a date.
"""

import re
from collections.abc import Iterable
from datetime import date

from articles.dates.fuzzydate import QUALIFIERS, FuzzyDate, FuzzyDateError, parse
from articles.dates.in_text import dates_in

BEGINS = frozenset(
    [
        "founded",
        "established",
        "formed",
        "created",
        "incorporated",
        "set up",
        "born",
        "launched",
        "released",
        "introduced",
        "opened",
        "inaugurated",
    ]
)
ENDS = frozenset(
    [
        "dissolved",
        "closed",
        "abolished",
        "wound up",
        "liquidated",
        "disbanded",
        "defunct",
        "ceased",
        "died",
        "discontinued",
    ]
)
YEAR = re.compile(r"\b(?:1[89]|20)[0-9]{2}\b")
PARTS = re.compile(r"[,;(]| in | by ")


def date_of(value: str) -> FuzzyDate | None:
    """Of a fact: "1987", "1987, in Shenzhen", "in Shenzhen in 1987"; None where it names none, or several."""
    for words in (value, PARTS.split(value)[0].strip()):
        try:
            return parse(words)
        except FuzzyDateError:
            continue
    found = dates_in(f" {value}")
    return found[0].when if len(found) == 1 else None


def dates_of_title(title: str) -> list[FuzzyDate]:
    """Where a number like 2021 alone is a year: in “a fall in revenue for 2021” too."""
    return [*(one.when for one in dates_in(title)), *map(parse, YEAR.findall(title))]


def first_day(dates: Iterable[FuzzyDate]) -> date | None:
    """Before which nothing can have happened to it: if there are several beginnings, before the first."""
    days = [one.earliest for one in dates if is_sure(one)]
    return min((day for day in days if day), default=None)


def last_day(dates: Iterable[FuzzyDate]) -> date | None:
    days = [one.latest for one in dates if is_sure(one)]
    return max((day for day in days if day), default=None)


def is_sure(when: FuzzyDate) -> bool:
    """Neither about nor perhaps."""
    return not set(QUALIFIERS) & set(when.edtf)


def disagrees(named: Iterable[FuzzyDate], own: Iterable[FuzzyDate]) -> bool:
    """Whether dates are named, and none of them can be one of its own."""
    named, own = list(named), list(own)
    return bool(named) and not any(meets(one, other) for one in named for other in own)


def meets(one: FuzzyDate, other: FuzzyDate) -> bool:
    return (one.earliest or date.min) <= (other.latest or date.max) and (other.earliest or date.min) <= (
        one.latest or date.max
    )
