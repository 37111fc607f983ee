"""A document in parts."""

from datetime import datetime
from typing import Self

from django.db import models
from django.urls import reverse

from articles.models.liveness import is_live
from articles.models.slug_record import Addressed
from articles.models.versioned import Versioned


class SeriesQuerySet(models.QuerySet):
    def public(self, at: datetime | None = None) -> Self:
        """Those with a part that readers can read now."""
        return self.filter(is_live(at, "editions__")).distinct()


class Series(Addressed, Versioned):
    title = models.CharField(max_length=200)
    standfirst = models.TextField(blank=True, help_text="One or two sentences on what the whole is about.")

    objects = SeriesQuerySet.as_manager()

    class Meta:
        ordering = ["title"]
        verbose_name_plural = "series"
        constraints = [models.CheckConstraint(condition=~models.Q(title=""), name="series_has_a_title")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("series", args=[self.slug])
