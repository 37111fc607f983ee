"""A period of the story, dated only if its dates are known."""

from django.db import models
from django.urls import reverse

from articles.fields import FuzzyDateField
from articles.models.slug_record import Addressed
from articles.models.versioned import Versioned


class Phase(Addressed, Versioned):
    title = models.CharField(max_length=200)
    summary = models.TextField(blank=True)
    order = models.PositiveSmallIntegerField(unique=True)
    when = FuzzyDateField()

    class Meta:
        ordering = ["order"]
        constraints = [models.CheckConstraint(condition=~models.Q(title=""), name="phase_has_a_title")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"{reverse('timeline')}?phase={self.slug}"
