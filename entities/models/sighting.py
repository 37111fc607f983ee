"""What was noticed in a text: an index for the desk, rebuilt from the text and never edited."""

from typing import Self

from django.db import models

from articles.models import Article, Edition, Passage


class SightingQuerySet(models.QuerySet):
    def of(self, *kinds: str) -> Self:
        return self.filter(kind__in=kinds)

    def in_what_is_read(self) -> Self:
        """By readers now, or when its time comes."""
        return self.filter(edition__in=Edition.objects.unended())

    def in_manuscripts(self) -> Self:
        return self.filter(edition__isnull=True)

    def for_lists(self) -> Self:
        """With the text around, and without the bodies of editions and manuscripts."""
        return self.select_related("article", "edition", "passage").defer(
            *(f"{text}__{name}" for text in ("article", "edition") for name in ("body", "standfirst")),
            *(f"passage__{name}" for name in ("html", "before", "after", "former_keys")),
        )


class Sighting(models.Model):
    """Code points `start` to `end` of the passage's text, or of `context`, which holds the words around it in a manuscript.

    `key` tells it from all others of its kind, and stays the same when the text is cut into passages again.
    """

    class Kind(models.TextChoices):
        SHARED = "shared", "a spelling that several entities share"
        NAME = "name", "looks like a name, and is none that is known"
        VAGUE = "vague", "a time that is true for a while"
        NOBODY = "nobody", "linked by hand to a name that nobody has"
        NOTE = "note", "a footnote without words or a source"
        ARTICLE = "article", "a link to an article"
        ENTITY = "entity", "a link to an entity"
        EVENT = "event", "a link to an event"
        SERIES = "series", "a link to a series"
        SOURCE = "source", "a link to a source"
        TAG = "tag", "a link to a tag"
        NOWHERE = "nowhere", "a link to no page of the site"

    kind = models.CharField(max_length=10, choices=Kind)
    article = models.ForeignKey(Article, models.CASCADE, related_name="sightings")
    edition = models.ForeignKey(
        Edition,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="sightings",
        help_text="None: in the manuscript.",
    )
    passage = models.ForeignKey(Passage, models.CASCADE, null=True, blank=True, related_name="sightings")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    context = models.TextField(blank=True)
    target = models.CharField(max_length=200, blank=True, help_text="What a link or a footnote leads to.")
    key = models.CharField(max_length=250)

    objects = SightingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end__gt=models.F("start")),
                name="sighting_is_not_empty",
                violation_error_message="A sighting has words.",
            ),
            models.CheckConstraint(
                condition=models.Q(edition__isnull=True, passage__isnull=True)
                | models.Q(edition__isnull=False, passage__isnull=False, context=""),
                name="sighting_is_in_a_passage_or_a_manuscript",
                violation_error_message="A sighting is in a passage of an edition, or in a manuscript.",
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "key", "edition"], name="sightings_by_key"),
            models.Index(fields=["kind", "target"], name="sightings_by_target"),
        ]

    def __str__(self) -> str:
        return self.surface

    @property
    def text(self) -> str:
        return self.passage.text if self.passage_id else self.context

    @property
    def surface(self) -> str:
        return self.text[self.start : self.end]


class ReadManuscript(models.Model):
    """Which state of a manuscript was looked through: what was changed since waits to be."""

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="read_manuscript")
    updated = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.article)
