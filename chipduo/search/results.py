"""What is found, nearest first, and how it can be narrowed.

Bounded: where more hold the words, a hundred and twenty things are ranked: at most forty that hold them in their titles,
and those that came last; then counts say at least.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from taggit.models import Tag

from chipduo.search.hits import Found, Hit, hits_of, newest_found, public
from chipduo.search.question import Question
from entities.models import Entity
from entities.search.asking import read_question
from entities.search.facets import KINDS, Facet
from entities.search.index import Wanted

MOST = 120
MOST_BY_TITLE = 40
FEW = 20
MOST_VALUES = 8  # of a facet, the ones with most results


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
        return sorted(public(hits_of(self._found(), self.question.asked.phrases)))

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

    def _found(self) -> list[Found]:
        if not self.question.asked:
            return []
        wanted = Wanted(self.question.asked.phrases, [[code] for code in self.question.codes.values()])
        found = newest_found(wanted, MOST + 1)
        if len(found) > MOST:
            self.is_more = True
            found = [*newest_found(wanted._replace(in_title=True), MOST_BY_TITLE), *found]
        return list({row.pk: row for row in found}.values())[:MOST]

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
    few = newest_found(Wanted(asked.phrases), FEW) if asked else []
    if public(hits_of(few, asked.phrases)):
        return True
    return len(few) == FEW and bool(Results(Question(asked)).hits)


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


PLURAL = {"article": "articles", "entity": "entities", "event": "events", "source": "sources"}
NAMED = {
    Facet.KIND: kinds_named,
    Facet.TAG: tags_named,
    Facet.ENTITY: entities_named,
    Facet.YEAR: years_named,
}
