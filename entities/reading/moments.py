"""The times that a passage tells of: in dates of its words, and by the events that rest on them."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from django.urls import reverse

from articles import sentences
from articles.dates.fuzzydate import FuzzyDate
from articles.dates.in_text import dates_in
from articles.models import Edition, Passage
from articles.sentences import Bounds
from entities.models import Event
from entities.reading.edition import ReadPassage

ROW = re.compile(r"\S(?:[^\n]*\S)?")


@dataclass(slots=True)
class Moment:
    """The unit of that number in its passage, from `start` to before `end`, and one time that it tells of: in words of
    its own, which are `named`, or by the `events` that rest on it. `when` is None if nobody has dated these."""

    edition: Edition
    read: ReadPassage
    number: int
    start: int
    end: int
    when: FuzzyDate | None
    named: Bounds | None = None
    events: list[Event] = field(default_factory=list)

    @property
    def passage(self) -> Passage:
        return self.read.passage

    @property
    def runs(self) -> list[tuple[str, bool]]:
        first, last = self.named or (self.start, self.start)
        places = (self.start, first, last, self.end)
        cut = [(self.passage.text[a:b], i == 1) for i, (a, b) in enumerate(pairwise(places))]
        return [run for run in cut if run[0]]

    @property
    def sentence(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def threads(self) -> list[str]:
        named = (one for one in self.read.mentions if self.start <= one.start < self.end)
        return sorted({mention.entity.thread for mention in named} - {""})

    @property
    def is_forecast(self) -> bool:
        return any(event.standing == "forecast" for event in self.events)

    @property
    def begins(self) -> date:
        return self.when.earliest or self.when.latest

    @property
    def order(self) -> tuple[date, date, int, int]:
        return self.begins, self.when.latest or date.max, self.passage.position, self.start

    @property
    def url(self) -> str:
        """The article with the sentence marked; of a table, which has none, the place."""
        path = reverse("article", args=[self.edition.article.slug])
        asked = f"?sentence={self.edition.number}.{self.passage.key}.{self.number}"
        return f"{path}{'' if self.passage.kind == 'table' else asked}#{self.passage.key}"


def moments_of(edition: Edition, read: ReadPassage) -> list[Moment]:
    """In the order of the text. A date in the words is left out where an event that rests on them has a date within it."""
    text, cut = read.passage.text, units(read.passage)
    found: dict[tuple[int, FuzzyDate | None], Moment] = {}

    def moment(at: int, when: FuzzyDate | None) -> Moment:
        number = unit_at(cut, at)
        return found.setdefault((number, when), Moment(edition, read, number, *cut[number - 1], when))

    for event, quote in read.resting:
        moment(max(text.find(quote), 0), event.when or None).events.append(event)
    told = [(one.number, one.begins) for one in found.values() if one.when]
    for dated in dates_in(text):
        number = unit_at(cut, dated.start)
        if not any(number == place and lies_in(day, dated.when) for place, day in told):
            moment(dated.start, dated.when).named = (dated.start, dated.end)
    return sorted(found.values(), key=lambda one: one.number)


def units(passage: Passage) -> list[Bounds]:
    """Its sentences; of a table, its rows."""
    if passage.kind == "table":
        return [row.span() for row in ROW.finditer(passage.text)]
    return sentences.split(passage.text)


def unit_at(cut: list[Bounds], at: int) -> int:
    """The number of the last that begins there or before, counted from 1."""
    return max(bisect_right(cut, at, key=lambda bounds: bounds[0]), 1)


def lies_in(day: date, when: FuzzyDate) -> bool:
    return (when.earliest or date.min) <= day <= (when.latest or date.max)
