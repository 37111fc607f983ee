"""Words such as “currently” and “last year”, which are true for a while: where they stand.

Left alone where the sentence has a date of its own, and in the words of others.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from articles import sentences
from articles.dates.in_text import dates_in

NUMBERS = dict(
    zip(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], range(2, 11), strict=True)
)
COUNT = rf"{'|'.join(NUMBERS)}|[2-9]|[1-9][0-9]"
UNIT = r"(?P<unit>year|month|week|quarter|decade)"
NOT_NOW = r"(?<!until )(?<!till )(?<!by )(?<!from )(?<!even )(?<!just )(?<!right )(?<!as of )(?<!then and )(?<!here and )"
VAGUE = re.compile(
    rf"\b(?:(?P<present>currently|presently|nowadays|at present|at the moment|as of today|to date|so far|as we write"
    rf"|these days|{NOT_NOW}(?:now|today)(?!-|\s+(?:that|and\s+(?:then|again))\b))"
    r"|(?P<lately>(?:only |most |very )?recently|lately)"
    r"|(?:in recent|(?:in|over|during) the (?:past|last) (?:few|several)) (?P<recent>years|months|weeks)"
    rf"|(?:in|over|during|for|within) the (?:past|last) (?P<spell>decade|(?:{COUNT}) years)"
    rf"|(?P<ago>{COUNT}) (?P<measure>years|months) ago"
    rf"|(?P<before>in |since |by |until |from |of |during )?(?P<which>last|this|next) {UNIT}"
    r"|(?P<day>yesterday|tomorrow))(?P<own>[’']s)?\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"“[^“”]*”|\"[^\"\n]*\"|「[^「」]*」|«[^«»]*»")


@dataclass(frozen=True, slots=True)
class VagueTime:
    """Code points from `start` to before `end`."""

    start: int
    end: int


def vague_times(text: str) -> list[VagueTime]:
    """In sentences without a date."""
    bounds = sentences.split(text)
    dated = {sentences.holding(bounds, one.start, one.end) for one in dates_in(text)}
    quoted = [found.span() for found in QUOTED.finditer(text)]
    return [
        VagueTime(*found.span())
        for found in VAGUE.finditer(text)
        if sentences.holding(bounds, *found.span()) not in dated and not _lies_in(quoted, found.start())
    ]


def _lies_in(stretches: list[tuple[int, int]], at: int) -> bool:
    """In one of these, which are in order and do not overlap."""
    before = bisect_right(stretches, at, key=lambda stretch: stretch[0])
    return bool(before) and at < stretches[before - 1][1]
