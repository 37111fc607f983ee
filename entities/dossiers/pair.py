"""Two entities together: how they stand to each other, what happened to both, and what the record says of both."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.urls import reverse

from entities.dossiers.paths import Edge, shortest
from entities.dossiers.sayings import READING_ORDER, for_sayings
from entities.evidence.grounds import for_timeline, with_grounds
from entities.models import Entity, Event, Mention, Relation
from entities.models.mention import beside


@dataclass(frozen=True)
class Pair:
    """In the order of their slugs, which is that of their address."""

    one: Entity
    other: Entity

    @classmethod
    def of(cls, *entities: Entity) -> "Pair":
        return cls(*sorted(entities, key=lambda entity: entity.slug))

    def __iter__(self):
        return iter((self.one, self.other))

    @property
    def slugs(self) -> str:
        return f"{self.one.slug}+{self.other.slug}"

    def get_absolute_url(self) -> str:
        return reverse("pair", args=[self.slugs])

    @cached_property
    def relations(self) -> list[Relation]:
        between = Relation.objects.public().of(self.one).of(self.other)
        return list(with_grounds(between.for_lists().strongest_first()))

    @cached_property
    def events(self) -> QuerySet[Event]:
        return for_timeline(Event.objects.public().filter(entities=self.one).filter(entities=self.other))

    @cached_property
    def way(self) -> list[Relation]:
        """The shortest chain of relations from one to the other that goes by way of others."""
        rows = Relation.objects.public().strongest_first().values_list("pk", "subject_id", "object_id")
        ends = {self.one.pk, self.other.pk}
        edges = [edge for edge in (Edge(*row) for row in rows) if {edge.one, edge.other} != ends]
        keys = [edge.key for edge in shortest(edges, self.one.pk, self.other.pk)]
        steps = with_grounds(Relation.objects.filter(pk__in=keys).for_lists())
        return sorted(steps, key=lambda relation: keys.index(relation.pk))

    @cached_property
    def between(self) -> list[Entity]:
        """Those by way of whom."""
        here, passed = self.one, []
        for relation in self.way[:-1]:
            here = relation.other_end(here)
            passed.append(here)
        return passed

    @property
    def mentions(self) -> QuerySet[Mention]:
        """Of both, where one sentence names both, and after that where only one passage does; each says `together` or not."""
        either = Mention.objects.public().filter(entity__in=list(self))
        here = either.in_a_passage_with(self.one).in_a_passage_with(self.other)
        named = Q(beside(self.one, "sentence")) & Q(beside(self.other, "sentence"))
        meeting = Mention.objects.filter(entity=self.one, passage=OuterRef("passage"))
        apart = ~Exists(meeting.in_a_sentence_with(self.other))
        together = here.annotate(together=ExpressionWrapper(named, output_field=BooleanField()))
        return for_sayings(together.filter(Q(together=True) | apart)).order_by("-together", *READING_ORDER)
