"""What is found, nearest first, and how it can be narrowed. The index proposes; what is public is asked of each kind itself.

Bounded: the newest three hundred things that hold the words are ranked, and as many more that hold them in their titles.
Where there is more, counts say at least.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from taggit.models import Tag

from articles.models import Edition
from chipduo.search.question import Question
from entities.models import Entity, Event
from entities.search.asking import read_question
from entities.search.facets import KINDS, SEPARATOR, Facet
from entities.search.index import Found, Wanted, among, newest
from entities.sources import public_sources

MOST = 300
FEW = 20
WEIGHTS = {"article": 3.0, "entity": 1.5, "event": 1.0, "source": 0.5}  # what one came for is seldom a source
MOST_VALUES = 8  # of a facet, the ones with most results


class Hit(NamedTuple):
    """The lower the nearness, the nearer."""

    nearness: tuple[bool, float, int]
    kind: str
    pk: int
    facets: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to narrow, or the one that is set: then `address` takes it off."""

    label: str
    count: int
    address: str


class Results:
    def __init__(self, question: Question) -> None:
        self.question = question
        self.is_more = False

    @cached_property
    def hits(self) -> list[Hit]:
        found = self._found() if self.question.asked else {}
        name = " ".join(code for phrase in self.question.asked.phrases for code in phrase)
        return sorted(public(hits_of(found.values(), name)))

    @cached_property
    def narrowing(self) -> list[tuple[str, list[Choice]]]:
        """By kind, tag, entity and year, as far as that would leave fewer results."""
        counts: dict[Facet, Counter[str]] = {facet: Counter() for facet in Facet}
        for code, count in Counter(" ".join(hit.facets for hit in self.hits).split()).items():
            counts[Facet(code[:2])][code[2:]] = count
        groups = {facet: self._choices(facet, counts[facet]) for facet in Facet}
        return [(facet.name.lower(), choices) for facet, choices in groups.items() if choices]

    @cached_property
    def chosen(self) -> list[Choice]:
        """What is set, each with the address without it."""
        labels = self.question.labels.items()
        return [Choice(label, len(self.hits), self.question.address(facet)) for facet, label in labels]

    def _found(self) -> dict[int, Found]:
        wanted = Wanted(self.question.asked.phrases, [[code] for code in self.question.codes.values()])
        rows = newest(wanted, MOST + 1)
        if len(rows) > MOST:
            self.is_more = True
            rows = rows[:MOST] + newest(wanted._replace(in_title=True), MOST)
        return {row.pk: row for row in rows}

    def _choices(self, facet: Facet, counted: Counter[str]) -> list[Choice]:
        if facet in self.question.chosen:
            return []
        narrower = {value: n for value, n in counted.items() if n < len(self.hits) or self.is_more}
        values = sorted(narrower, key=lambda value: (-narrower[value], value))
        named = NAMED[facet](values[: 2 * MOST_VALUES])
        return [
            Choice(label, narrower[value], self.question.address(facet, slug))
            for value, (slug, label) in named.items()
        ][:MOST_VALUES]


def is_found(word: str) -> bool:
    """Whether anything public holds it: asked of a few first, for there mostly is."""
    asked = read_question(word)
    few = newest(Wanted(asked.phrases), FEW) if asked else []
    if public(hits_of(few, "")):
        return True
    return len(few) == FEW and bool(Results(Question(asked)).hits)


def hits_of(found: Iterable[Found], name: str) -> list[Hit]:
    """What is called `name`, in codes, is nearer than all that is not."""
    hits = []
    for one in found:
        kind, pk = thing_of(one)
        is_called_so = bool(name) and name in one.title.split(f" {SEPARATOR}\n")
        hits.append(Hit((not is_called_so, WEIGHTS[kind] * one.score, -one.pk), kind, pk, one.facets))
    return hits


def thing_of(found: Found) -> tuple[str, int]:
    if found.edition:
        return "article", found.edition
    if found.entity:
        return "entity", found.entity
    return ("event", found.event) if found.event else ("source", found.source)


def public(hits: list[Hit]) -> list[Hit]:
    asked: dict[str, list[int]] = {}
    for hit in hits:
        asked.setdefault(hit.kind, []).append(hit.pk)
    seen = {
        kind: set(PUBLIC[kind]().filter(pk__in=among(pks)).order_by().values_list("pk", flat=True))
        for kind, pks in asked.items()
    }
    return [hit for hit in hits if hit.pk in seen[hit.kind]]


def kinds_named(values: list[str]) -> dict[str, tuple[str, str]]:
    return {kind: (kind, PLURAL[kind]) for kind in KINDS if kind in values}


def tags_named(values: list[str]) -> dict[str, tuple[str, str]]:
    found = Tag.objects.in_bulk(values) if values else {}
    return {value: (tag.slug, tag.name) for value in values if (tag := found.get(int(value)))}


def entities_named(values: list[str]) -> dict[str, tuple[str, str]]:
    rows = Entity.objects.public().filter(pk__in=values).values_list("pk", "slug", "name") if values else ()
    found = {str(pk): (slug, name) for pk, slug, name in rows}
    return {value: found[value] for value in values if value in found}


def years_named(values: list[str]) -> dict[str, tuple[str, str]]:
    return {value: (value, value) for value in sorted(values[:MOST_VALUES], reverse=True)}


PUBLIC = {
    "article": Edition.objects.live,
    "entity": Entity.objects.public,
    "event": Event.objects.public,
    "source": public_sources,
}
PLURAL = {"article": "articles", "entity": "entities", "event": "events", "source": "sources"}
NAMED = {
    Facet.KIND: kinds_named,
    Facet.TAG: tags_named,
    Facet.ENTITY: entities_named,
    Facet.YEAR: years_named,
}
