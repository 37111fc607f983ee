"""How the words behind a claim fare in an edition that came after the one they were quoted from."""

from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef

from articles.models import Edition, Passage
from entities.models.evidence import Evidence


class EvidenceReviewQuerySet(models.QuerySet):
    def in_live_editions(self, at=None) -> Self:
        """Of evidence that has not moved since to those editions, or to another article."""
        return self.filter(
            Exists(
                Edition.objects.live(at).filter(pk=OuterRef("edition"))
            ),  # SQLite tries each edition of a list
            edition__article=F("evidence__passage__edition__article"),
            edition__number__gt=F("evidence__passage__edition__number"),
        )

    def needing_an_editor(self, at=None) -> Self:
        return self.in_live_editions(at).exclude(state=EvidenceReview.State.INTACT)


class EvidenceReview(models.Model):
    """One per quote and later edition, rebuilt at will. `passage` is where the words stand, or what stands there now.

    A row for each edition, rather than a state on the evidence: an edition that is scheduled must not show yet.
    """

    class State(models.TextChoices):
        INTACT = "intact", "intact"
        REWORDED = "reworded", "reworded"
        REMOVED = "removed", "removed"

    evidence = models.ForeignKey(Evidence, models.CASCADE, related_name="reviews")
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="reviews")
    state = models.CharField(max_length=10, choices=State)
    passage = models.ForeignKey(Passage, models.CASCADE, null=True, related_name="reviews")
    proposal = models.TextField(
        blank=True, help_text="The words that seem to have taken the place of the quote."
    )

    objects = EvidenceReviewQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "check of evidence", "checks of evidence"
        ordering = ["evidence", "edition"]
        constraints = [models.UniqueConstraint(fields=["evidence", "edition"], name="one_review_per_edition")]

    def __str__(self) -> str:
        return f"{self.evidence} in {self.edition}: {self.state}"
