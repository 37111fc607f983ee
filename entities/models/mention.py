"""Where the record names an entity: an index rebuilt from the text, never edited."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef

from articles.models import Edition, Passage
from entities.models.alias import Alias
from entities.models.entity import Entity


def beside(entity: Entity, *within: str) -> Exists:
    """Whether the passage of a mention names `entity`; "sentence": whether its sentence does."""
    same = {field: OuterRef(field) for field in ("passage", *within)}
    return Exists(Mention.objects.filter(entity=entity, **same))


class MentionQuerySet(models.QuerySet):
    def live(self, at=None) -> Self:
        return self.filter(passage__edition__in=Edition.objects.live(at))

    def public(self, at=None) -> Self:
        return self.live(at).filter(entity__public=True)

    def in_a_sentence_with(self, entity: Entity) -> Self:
        """Of `entity` itself too."""
        return self.filter(beside(entity, "sentence"))

    def in_a_passage_with(self, entity: Entity) -> Self:
        return self.filter(beside(entity))

    def meeting(self, one: Entity, other: Entity) -> Self:
        """Of either, in sentences that name both."""
        return self.filter(entity__in=[one, other]).in_a_sentence_with(one).in_a_sentence_with(other)


class Mention(models.Model):
    """`start` and `end` count code points of the passage's text; `surface` is what stands there."""

    passage = models.ForeignKey(Passage, models.CASCADE, related_name="mentions")
    entity = models.ForeignKey(Entity, models.CASCADE, related_name="mentions")
    alias = models.ForeignKey(
        Alias, models.CASCADE, null=True, related_name="mentions", help_text="None when linked by hand."
    )
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    sentence = models.PositiveIntegerField(default=0, help_text="Where the sentence begins that names it.")
    surface = models.CharField(max_length=400)
    linked = models.BooleanField(default=False)

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ["passage", "start"]
        constraints = [
            models.UniqueConstraint(fields=["passage", "start"], name="one_mention_per_place"),
            models.CheckConstraint(
                condition=models.Q(end__gt=models.F("start")),
                name="mention_is_not_empty",
                violation_error_message="A mention has words.",
            ),
        ]
        indexes = [models.Index(fields=["entity", "passage"])]

    def __str__(self) -> str:
        return self.surface
