"""What the address of a search asks for: words, and by what it is narrowed; mistakes are told, never guessed at."""

from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from taggit.models import Tag

from chipduo.tagged import is_carried
from entities.models import Entity
from entities.search.asking import Asked, read_question
from entities.search.facets import KINDS, Facet
from entities.timeline.fields import FIRST_YEAR, LAST_YEAR, NO_YEAR

NAMES = {Facet.KIND: "kind", Facet.TAG: "tag", Facet.ENTITY: "entity", Facet.YEAR: "year"}


class RefusedError(ValueError):
    """Its text tells the reader what is wrong with the address."""


@dataclass(frozen=True)
class Question:
    """`chosen` has the value in the address for each facet that is set, `codes` what the index holds for it."""

    asked: Asked
    chosen: dict[Facet, str] = field(default_factory=dict)
    codes: dict[Facet, str] = field(default_factory=dict)
    labels: dict[Facet, str] = field(default_factory=dict)

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What stays chosen when other words are asked for, as the address names it."""
        return [(NAMES[facet], value) for facet, value in self.chosen.items()]

    def address(self, facet: Facet | None = None, value: str = "") -> str:
        """Of this search with one facet set to a value, or taken off when there is none."""
        kept = self._without(facet) if facet in self.chosen else self._as_it_is
        return f"{kept}&{urlencode({NAMES[facet]: value})}" if facet and value else kept

    @cached_property
    def _as_it_is(self) -> str:
        return self._without(None)

    def _without(self, facet: Facet | None) -> str:
        kept = {NAMES[one]: value for one, value in self.chosen.items() if one != facet}
        return f"{reverse('search')}?{urlencode({'q': self.asked.text} | kept)}"


def question_in(parameters: QueryDict) -> Question:
    """Raises RefusedError."""
    asked = read_question(parameters.get("q", ""))
    chosen = {facet: value for facet, name in NAMES.items() if (value := parameters.get(name, ""))}
    known = {facet: KNOWN[facet](value) for facet, value in chosen.items()}
    return Question(
        asked,
        chosen,
        {facet: facet.code(key) for facet, (key, _) in known.items()},
        {facet: label for facet, (_, label) in known.items()},
    )


def kind(value: str) -> tuple[str, str]:
    if value not in KINDS:
        raise RefusedError(
            f"There is no kind of thing called “{value[:40]}” here: it is one of {', '.join(KINDS)}."
        )
    return value, value


def tag(value: str) -> tuple[int, str]:
    found = Tag.objects.filter(slug=value).first()
    if found is None or not is_carried(found):
        raise RefusedError(f"There is no tag called “{value[:40]}”.")
    return found.pk, found.name


def entity(value: str) -> tuple[int, str]:
    found = Entity.objects.public().for_lists().filter(slug=value).first()
    if found is None:
        raise RefusedError(f"There is no entity called “{value[:40]}”.")
    return found.pk, found.name


def year(value: str) -> tuple[int, str]:
    if not (
        value.isascii() and value.isdigit() and len(value) == 4 and FIRST_YEAR <= int(value) <= LAST_YEAR
    ):
        raise RefusedError(NO_YEAR)
    return int(value), value


KNOWN = {Facet.KIND: kind, Facet.TAG: tag, Facet.ENTITY: entity, Facet.YEAR: year}
