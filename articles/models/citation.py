"""A numbered note of an edition: the words of a free note, or the source that it cites."""

from django.db import models

from articles.models.edition import Edition
from articles.models.source import Source


class Citation(models.Model):
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="citations")
    number = models.PositiveIntegerField()
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="citations")
    html = models.TextField(blank=True)
    text = models.TextField(blank=True)
    references = models.JSONField(default=list, help_text="The ids of the marks in the text that lead here.")

    class Meta:
        ordering = ["edition", "number"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "number"], name="one_note_per_number"),
            models.CheckConstraint(
                condition=models.Q(source__isnull=False, html="")
                | (models.Q(source__isnull=True) & ~models.Q(html="")),
                name="note_has_words_or_a_source",
                violation_error_message="A note either has words of its own or cites a source.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.source or self.text}"
