"""How two entities stand to each other."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from articles.fields import FuzzyDateField
from articles.models.versioned import Versioned
from entities.models.claim import Claim
from entities.models.entity import Entity
from entities.models.supported import is_supported
from entities.relation_kinds import HAPPENED_ONCE, KINDS


class RelationQuerySet(models.QuerySet):
    def public(self, at=None) -> Self:
        return self.filter(is_supported("relation", at), subject__public=True, object__public=True)

    def of(self, entity: Entity) -> Self:
        return self.filter(Q(subject=entity) | Q(object=entity))


class Relation(Claim, Versioned):
    subject = models.ForeignKey(Entity, models.CASCADE, related_name="relations_from")
    kind = models.CharField(max_length=40, choices=[(kind.slug, kind.phrase) for kind in KINDS.values()])
    object = models.ForeignKey(Entity, models.CASCADE, related_name="relations_to")
    since = FuzzyDateField()
    until = FuzzyDateField()
    note = models.CharField(max_length=300, blank=True, help_text="What exactly, in a clause.")

    objects = RelationQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "kind", "object", "since", "note"], name="a_relation_is_said_once"
            ),
            models.CheckConstraint(
                condition=~Q(subject=F("object")),
                name="relation_joins_two",
                violation_error_message="A relation joins two different entities.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {KINDS[self.kind].phrase} {self.object}"

    def clean(self) -> None:
        if self.kind not in KINDS or not self.subject_id or not self.object_id:
            return
        kind, ends = KINDS[self.kind], (self.subject.kind, self.object.kind)
        if not kind.joins(*ends):
            raise ValidationError(f"“{kind.phrase}” does not join {' and '.join(ends)}.")

    def phrase_seen_from(self, entity: Entity) -> str:
        kind = KINDS[self.kind]
        return kind.phrase if entity.pk == self.subject_id else kind.inverse

    def other_end(self, entity: Entity) -> Entity:
        return self.object if entity.pk == self.subject_id else self.subject

    @property
    def happened_once(self) -> bool:
        return self.kind in HAPPENED_ONCE

    @property
    def group(self) -> str:
        return KINDS[self.kind].group
