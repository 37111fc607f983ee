"""What a manuscript and its editions have in common: the words, and where they stand."""

from django.db import models
from django.db.models import Q

from articles.models.series import Series


class Written(models.Model):
    title = models.CharField(max_length=200)
    standfirst = models.TextField(
        blank=True, help_text="A sentence or two under the title that make one want to read on."
    )
    body = models.TextField(
        blank=True, help_text="Markdown. [[Entity]] links by hand; [^source-slug] cites a source."
    )
    byline = models.CharField(max_length=200, blank=True)
    lead_image = models.ImageField(upload_to="lead/", blank=True, max_length=200)
    lead_image_alt = models.CharField("description of the image", max_length=300, blank=True)
    series = models.ForeignKey(Series, models.PROTECT, null=True, blank=True, related_name="%(class)ss")
    part = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="In the series; 0 is its introduction."
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="%(class)s_has_a_title"),
            models.CheckConstraint(
                condition=Q(lead_image="") | ~Q(lead_image_alt=""),
                name="%(class)s_image_is_described",
                violation_error_message="Describe the image for readers who do not see it.",
            ),
            models.CheckConstraint(
                condition=Q(series__isnull=True, part__isnull=True)
                | Q(series__isnull=False, part__isnull=False),
                name="%(class)s_series_and_part_go_together",
                violation_error_message="A part belongs to a series: give both, or neither.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @classmethod
    def copied_fields(cls) -> list[str]:
        """The names of the fields declared above: what an edition takes from its manuscript, and gives back."""
        return [field.name for field in Written._meta.local_fields]
