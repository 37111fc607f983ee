"""Something that happened, is judged to have happened, or is forecast; dated as far as it is known."""

from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from taggit.managers import TaggableManager

from articles.dates.fuzzydate import QUALIFIERS
from articles.fields import FuzzyDateField
from articles.models.slug_record import Addressed
from articles.models.versioned import Versioned
from entities.models.claim import Claim
from entities.models.entity import Entity
from entities.models.phase import Phase
from entities.models.supported import is_supported


class EventQuerySet(models.QuerySet):
    def public(self, at=None) -> Self:
        """Marked public, resting on evidence that readers can see, and naming nothing private."""
        names_private = Event.entities.through.objects.filter(event=OuterRef("pk"), entity__public=False)
        return self.filter(~Exists(names_private), is_supported("event", at), public=True)

    def phases(self) -> models.QuerySet[Phase]:
        """The periods in which any of these lie, in their order."""
        return Phase.objects.filter(Exists(self.filter(phase=OuterRef("pk"))))

    def dated(self) -> Self:
        return self.exclude(when="")

    def major(self) -> Self:
        return self.filter(significance=Event.Significance.MAJOR)

    def of_the_duo(self) -> Self:
        return self.filter(entities__in=Entity.objects.exclude(thread="")).distinct()

    def in_order_of_time(self) -> Self:
        """By phase, what has none first; inside a phase what is dated by its earliest day, and the rest as it is told, first."""
        return self.order_by(
            F("phase__order").asc(nulls_first=True), F("earliest").asc(nulls_first=True), "order", "pk"
        )

    def possibly_between(self, first, last) -> Self:
        """Dated events that may have fallen into the days from `first` to `last`."""
        return self.dated().filter(
            Q(earliest__isnull=True) | Q(earliest__lte=last), Q(latest__isnull=True) | Q(latest__gte=first)
        )

    def certainly_between(self, first, last) -> Self:
        """Dated events that surely fell into these days: every day that their date can mean is one of them."""
        sure = self.dated().filter(earliest__gte=first, latest__lte=last)
        for mark in QUALIFIERS:
            sure = sure.exclude(when__contains=mark)
        return sure


class Event(Addressed, Claim, Versioned):
    class Significance(models.IntegerChoices):
        MINOR = 1, "minor"
        NOTABLE = 2, "notable"
        MAJOR = 3, "major"

    title = models.CharField(max_length=200)
    summary = models.TextField(blank=True)
    when = FuzzyDateField(earliest_field="earliest", latest_field="latest")
    earliest = models.DateField(null=True, blank=True, editable=False, db_index=True)
    latest = models.DateField(null=True, blank=True, editable=False)
    phase = models.ForeignKey(Phase, models.PROTECT, null=True, blank=True, related_name="events")
    order = models.PositiveSmallIntegerField(default=0, help_text="Among the undated events of its phase.")
    significance = models.PositiveSmallIntegerField(choices=Significance, default=Significance.NOTABLE)
    entities = models.ManyToManyField(Entity, related_name="events", blank=True)
    public = models.BooleanField(default=True)
    tags = TaggableManager(blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["phase__order", "earliest", "order", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="event_has_a_title"),
            models.CheckConstraint(condition=Q(significance__range=(1, 3)), name="significance_is_1_to_3"),
            models.CheckConstraint(
                condition=Q(earliest__isnull=True) | Q(latest__isnull=True) | Q(earliest__lte=F("latest")),
                name="event_begins_before_it_ends",
                violation_error_message="An event begins before it ends.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("event", args=[self.slug])
