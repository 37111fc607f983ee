"""A line of an entity's infobox."""

from typing import Self

from django.db import models

from articles.fields import FuzzyDateField
from entities.models.entity import Entity
from entities.models.supported import is_supported


class FactQuerySet(models.QuerySet):
    def public(self, at=None) -> Self:
        return self.filter(is_supported("fact", at), entity__public=True)


class Fact(models.Model):
    entity = models.ForeignKey(Entity, models.CASCADE, related_name="facts")
    label = models.CharField(max_length=80)
    value = models.CharField(max_length=400)
    as_of = FuzzyDateField()
    order = models.PositiveSmallIntegerField(default=0)

    objects = FactQuerySet.as_manager()

    class Meta:
        ordering = ["entity", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(label="") & ~models.Q(value=""), name="fact_says_something"
            ),
            models.UniqueConstraint(fields=["entity", "label", "value"], name="a_fact_is_said_once"),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.value}"
