"""An entity at a glance, as its link in an article shows it: how it stands to who else the article names, and what comes next."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Case, F, Q, When

from articles.models import Edition
from entities.models import Entity, Event, Mention, Relation

MOST_TIES = 3


@dataclass(frozen=True)
class Preview:
    """`beside`: the edition in which the link stands, if it stands in one. `today` tells what is still to come."""

    entity: Entity
    today: date
    beside: Edition | None = None

    @cached_property
    def relations(self) -> list[Relation]:
        """As seen from the entity; those with an end come after those that go on."""
        if self.beside is None:
            return []
        named = Mention.objects.filter(passage__edition=self.beside, entity__public=True).values("entity")
        with_others = Q(subject=self.entity, object__in=named) | Q(object=self.entity, subject__in=named)
        known = Relation.objects.public().filter(with_others).for_lists()
        by_strength = known.alias(is_over=Case(When(until="", then=0), default=1)).order_by(
            "is_over", "-standing", "origin", "pk"
        )
        return [relation.seen_from(self.entity) for relation in by_strength[:MOST_TIES]]

    @cached_property
    def event(self) -> Event | None:
        """The first that begins today or later; else the last dated one."""
        dated = Event.objects.public().filter(entities=self.entity).exclude(when="")
        coming = dated.filter(earliest__gte=self.today).order_by("earliest", "pk")
        return coming.first() or dated.order_by(F("latest").desc(nulls_last=True), "-pk").first()

    @property
    def is_to_come(self) -> bool:
        return bool(self.event and self.event.earliest and self.event.earliest >= self.today)
