"""What an editor decided about one occurrence: to link it to this entity, or not to link it. Found again by its quote."""

from django.db import models

from articles.models import Article
from entities.models.entity import Entity


class LinkDecision(models.Model):
    article = models.ForeignKey(Article, models.CASCADE, related_name="link_decisions")
    surface = models.CharField(
        "words", max_length=200, help_text="The words that are, or are not, to be a link."
    )
    prefix = models.CharField(
        "words before", max_length=100, blank=True, help_text="Enough of them to tell the place from others."
    )
    suffix = models.CharField("words after", max_length=100, blank=True)
    entity = models.ForeignKey(
        Entity,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="link_decisions",
        help_text="Link to this entity. Empty: link to nothing.",
    )

    class Meta:
        verbose_name, verbose_name_plural = "decision about a name", "decisions about names"
        constraints = [
            models.UniqueConstraint(
                fields=["article", "prefix", "surface", "suffix"], name="one_decision_per_place"
            ),
            models.CheckConstraint(condition=~models.Q(surface=""), name="decision_has_words"),
        ]

    def __str__(self) -> str:
        return f"{self.surface}: {self.entity or 'no link'}"
