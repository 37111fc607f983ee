"""An outside authority: what a footnote cites and what a claim may rest on."""

from django.db import models
from django.urls import reverse

from articles.fields import FuzzyDateField
from articles.models.slug_record import Addressed
from articles.models.versioned import Versioned


class Source(Addressed, Versioned):
    class Kind(models.TextChoices):
        PRIMARY = "primary", "the issuer itself"
        PRESS = "press", "press or law firm"
        COPY = "copy", "a copy or digest, cited without a link"

    title = models.CharField(max_length=300)
    publisher = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.PRESS)
    url = models.URLField("address", max_length=500, blank=True)
    citation = models.CharField(max_length=300, blank=True, help_text="Such as 84 FR 22961 (May 21, 2019).")
    language = models.CharField(
        max_length=12, blank=True, help_text="Of the source, such as zh-Hans; empty for English."
    )
    published = FuzzyDateField()
    accessed = FuzzyDateField(help_text="When an editor last read it.")

    class Meta:
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(title=""), name="source_has_a_title"),
            models.CheckConstraint(
                condition=~models.Q(kind="copy") | models.Q(url=""),
                name="copies_are_not_linked",
                violation_error_message="A copy or digest is cited without a link: leave the address empty.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.publisher})" if self.publisher else self.title

    def get_absolute_url(self) -> str:
        return reverse("source", args=[self.slug])
