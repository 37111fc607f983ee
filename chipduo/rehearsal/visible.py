"""What readers can see, at a moment, of all that an article touches."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Self

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower
from taggit.models import Tag

from articles.clock import clock_at
from articles.models import Article, Series, Source
from chipduo.tagged import carried
from entities.models import Claimed, Entity, Event, Evidence, Fact, Mention, Relation
from entities.sources import public_sources


@dataclass(frozen=True, slots=True)
class Touched:
    """The primary keys of all that any edition of an article names, carries, cites or supports: what it does concerns no other."""

    entities: set[int]
    events: set[int]
    relations: set[int]
    facts: set[int]
    tags: set[int]
    series: set[int]
    sources: set[int]

    @classmethod
    def by(cls, article: Article) -> Self:
        resting = {"evidence__passage__edition__article": article}
        events, relations, facts = (
            keys(model.objects.filter(**resting), "pk") for model in (Event, Relation, Fact)
        )
        claims = Q(event__in=events) | Q(relation__in=relations) | Q(fact__in=facts)
        return cls(
            entities=keys(Mention.objects.filter(passage__edition__article=article), "entity"),
            events=events,
            relations=relations,
            facts=facts,
            tags=keys(article.editions.all(), "tags") | keys(Event.objects.filter(pk__in=events), "tags"),
            series=keys(article.editions.all(), "series"),
            sources=keys(article.editions.all(), "citations__source")
            | keys(Evidence.objects.filter(claims), "source"),
        )


@dataclass(frozen=True, slots=True)
class Visible:
    claims: list[Claimed]
    entities: list[Entity]
    tags: list[Tag]
    series: list[Series]
    sources: list[Source]

    def beyond(self, other: Self) -> Self:
        """What is here and not there."""
        return type(self)(
            *(
                [thing for thing in getattr(self, each.name) if thing not in getattr(other, each.name)]
                for each in fields(self)
            )
        )

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))


def visible(touched: Touched, at: datetime) -> Visible:
    """Entities are those that the articles name; that each has a page of its own depends on no article."""
    with clock_at(at):
        named = Mention.objects.public().filter(entity__in=touched.entities).values("entity")
        return Visible(
            claims=claims(touched),
            entities=list(Entity.objects.filter(pk__in=named).for_lists().by_name()),
            tags=list(carried(Tag.objects.filter(pk__in=touched.tags)).order_by(Lower("name"))),
            series=list(Series.objects.public().filter(pk__in=touched.series)),
            sources=list(public_sources().filter(pk__in=touched.sources)),
        )


def claims(touched: Touched) -> list[Claimed]:
    return [
        *Event.objects.public().filter(pk__in=touched.events).in_order_of_time(),
        *Relation.objects.public().filter(pk__in=touched.relations).for_lists(),
        *Fact.objects.public().filter(pk__in=touched.facts).select_related("entity"),
    ]


def keys(things: QuerySet, field: str) -> set[int]:
    return {key for key in things.order_by().values_list(field, flat=True).distinct() if key}
