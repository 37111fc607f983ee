"""What the record says of an entity, as a reader asks for it: by article or in order of time, and beside whom."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import CharField, Count, QuerySet, Value
from django.db.models.functions import Concat, Lower

from entities.dossiers.dating import Dated, dated
from entities.dossiers.pair import Pair
from entities.dossiers.sayings import for_sayings
from entities.models import Entity, Mention

ORDERS = ("", "time")
MOST_BESIDE = 12


@dataclass(frozen=True)
class Dossier:
    entity: Entity
    other: Entity | None = None
    order: str = ""

    @property
    def mentions(self) -> QuerySet[Mention]:
        public = Mention.objects.public()
        return public.meeting(self.entity, self.other) if self.other else public.filter(entity=self.entity)

    @cached_property
    def dated(self) -> Dated:
        """The sentences on which events rest; by article no sentence is set apart for that."""
        return dated(self.mentions) if self.order == "time" else Dated()

    @property
    def undated(self) -> QuerySet[Mention]:
        return for_sayings(self.mentions.exclude(pk__in=self.dated.mentions))

    @property
    def articles(self) -> int:
        return self.mentions.order_by().values("passage__edition").distinct().count()

    @property
    def pair(self) -> Pair:
        return Pair.of(self.entity, self.other)

    @cached_property
    def beside(self) -> list[dict]:
        """`slug`, `name` and the number of `sentences` of those whom most sentences name as well."""
        sentence = Concat("passage", Value(":"), "sentence", output_field=CharField())
        others = Mention.objects.public().in_a_sentence_with(self.entity).exclude(entity=self.entity)
        counted = others.values("entity__slug", "entity__name").annotate(
            sentences=Count(sentence, distinct=True)
        )
        return list(counted.order_by("-sentences", Lower("entity__name"))[:MOST_BESIDE])
