"""What a claim rests on: the exact words of a passage, or an outside source."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q

from articles.models import Passage, Source
from entities.models.event import Event
from entities.models.fact import Fact
from entities.models.one_of import CLAIMS, exactly_one
from entities.models.relation import Relation
from entities.models.supported import is_visible


class EvidenceQuerySet(models.QuerySet):
    def visible(self, at=None) -> Self:
        """Outside sources, and words in editions that readers can see."""
        return self.filter(is_visible(at))

    def public(self, at=None) -> Self:
        """What readers can see of the claims that they can see: each is asked, and not gathered from all that are public."""
        event, relation, fact = (
            Exists(model.objects.public(at).filter(pk=OuterRef(model._meta.model_name)))
            for model in (Event, Relation, Fact)
        )
        return self.visible(at).filter(event | relation | fact)

    def quotes(self) -> Self:
        return self.filter(passage__isnull=False)


class Evidence(models.Model):
    event = models.ForeignKey(Event, models.CASCADE, null=True, blank=True, related_name="evidence")
    relation = models.ForeignKey(Relation, models.CASCADE, null=True, blank=True, related_name="evidence")
    fact = models.ForeignKey(Fact, models.CASCADE, null=True, blank=True, related_name="evidence")
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, blank=True, related_name="evidence")
    quote = models.TextField(blank=True, help_text="The exact words of the passage.")
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="evidence")
    note = models.CharField(max_length=500, blank=True, help_text="What the source says, or where in it.")

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "evidence"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=exactly_one(*CLAIMS),
                name="evidence_supports_one_claim",
                violation_error_message="Evidence supports one claim: an event, a relation or a fact.",
            ),
            models.CheckConstraint(
                condition=(Q(passage__isnull=False, source__isnull=True) & ~Q(quote=""))
                | Q(passage__isnull=True, source__isnull=False, quote=""),
                name="evidence_rests_on_one_thing",
                violation_error_message="Evidence is either a quote in a passage or an outside source.",
            ),
        ]

    def __str__(self) -> str:
        return f"“{self.quote}”" if self.passage_id else str(self.source)

    def clean(self) -> None:
        if self.passage_id and self.quote and self.quote not in self.passage.text:
            raise ValidationError({"quote": "These words do not stand in that passage: copy them exactly."})

    @property
    def supports(self) -> str:
        """The name of the field that leads to the claim."""
        return next(name for name in CLAIMS if getattr(self, f"{name}_id"))

    @property
    def claim(self) -> Event | Relation | Fact:
        return getattr(self, self.supports)
