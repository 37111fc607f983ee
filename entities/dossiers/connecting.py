"""The question how two entities are connected, asked by any of the names that the book knows them by."""

from collections.abc import Mapping
from functools import cached_property

from django.db.models import Exists, OuterRef, Q, QuerySet

from entities.dossiers.pair import Pair
from entities.linking.names import current_names
from entities.models import Entity, Relation

ENDS = ("from", "to")
LONGEST_NAME = 200
MOST_OFFERED = 500


class Question:
    def __init__(self, asked: Mapping[str, str]) -> None:
        self.names = [asked.get(end, "").strip() for end in ENDS]

    @property
    def start(self) -> str:
        return self.names[0]

    @property
    def goal(self) -> str:
        return self.names[1]

    @cached_property
    def entities(self) -> list[Entity | None]:
        if not any(self.names):
            return [None, None]
        names = current_names()
        meant = [names.meant_by(name) if name else None for name in self.names]
        found = Entity.objects.public().in_bulk([pk for pk in meant if pk])
        return [found.get(pk) for pk in meant]

    @property
    def problems(self) -> list[str]:
        """What is wrong with the names that were given, in words."""
        unknown = [
            f"No entity, or more than one, goes by the name “{name[:LONGEST_NAME]}”."
            for name, entity in zip(self.names, self.entities, strict=True)
            if name and not entity
        ]
        one, other = self.entities
        return unknown or (
            [f"Both names mean {one}: give the name of another."] if one and one == other else []
        )

    @property
    def pair(self) -> Pair | None:
        return Pair.of(*self.entities) if all(self.entities) and not self.problems else None

    @property
    def offered(self) -> QuerySet[Entity]:
        """Those with a relation: no others are connected with anything."""
        of_it = Q(subject=OuterRef("pk")) | Q(object=OuterRef("pk"))
        related = Entity.objects.public().filter(Exists(Relation.objects.public().filter(of_it)))
        return related.by_name().values_list("name", flat=True)[:MOST_OFFERED]
