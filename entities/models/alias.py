"""A spelling by which an entity is named."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Trim

from entities.linking.lexicon import Name
from entities.models.entity import Entity


class AliasQuerySet(models.QuerySet):
    def public(self) -> Self:
        return self.filter(entity__public=True)

    def linking(self) -> Self:
        """The spellings that are looked for in texts."""
        return self.public().filter(linkable=True)

    def to_read(self, entity: Entity) -> Self:
        """What else it is called: not its own name in small letters, nor the common words kept for search alone."""
        own = Q(text__iexact=entity.name) | Q(text=entity.native_name)
        called = self.filter(Q(linkable=True) | ~Q(language=""), entity=entity)
        return called.exclude(own).order_by("language", "text")

    def names(self) -> list[Name]:
        rows = self.values_list("text", "entity_id", "pk", "case_sensitive", "whole_word")
        return [Name._make(row) for row in rows.order_by("pk")]


class Alias(models.Model):
    entity = models.ForeignKey(Entity, models.CASCADE, related_name="aliases")
    text = models.CharField("spelling", max_length=200)
    language = models.CharField(max_length=12, blank=True, help_text="Such as zh-Hans; empty for English.")
    case_sensitive = models.BooleanField("exact case", default=True, help_text="US, but not us.")
    whole_word = models.BooleanField(
        default=True, help_text="Off for Chinese, which puts no spaces between words."
    )
    linkable = models.BooleanField(
        default=True, help_text="Look for it in texts. Off for words too common to link."
    )

    objects = AliasQuerySet.as_manager()

    class Meta:
        ordering = ["text"]
        verbose_name_plural = "aliases"
        constraints = [
            models.UniqueConstraint(fields=["entity", "text"], name="one_alias_per_spelling_of_an_entity"),
            models.CheckConstraint(
                condition=~Q(text="") & Q(text=Trim(F("text"))), name="alias_is_not_empty"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        self.text = " ".join(self.text.split())
