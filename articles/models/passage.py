"""A block of an edition that can be cited: a paragraph, a heading, a list item, a table."""

from django.db import models

from articles.models.edition import Edition


class PassageQuerySet(models.QuerySet):
    def in_order(self):
        return self.order_by("edition_id", "position")


class Passage(models.Model):
    """`before` + `html` + `after`, joined in order, is the edition's text.

    `html` is one sanitised element whose id is `key`; `before` and `after` are the lists and quotations that
    open and close around it. `text` is what a reader sees of it: offsets of mentions and quotes count its code points.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="passages")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    level = models.PositiveSmallIntegerField(default=0, help_text="Of a heading, 2 to 6; 0 otherwise.")
    key = models.CharField(max_length=100)
    former_keys = models.JSONField(default=list, blank=True)
    before = models.TextField(blank=True)
    html = models.TextField()
    after = models.TextField(blank=True)
    text = models.TextField()

    objects = PassageQuerySet.as_manager()

    class Meta:
        ordering = ["edition", "position"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "position"], name="one_passage_per_position"),
            models.UniqueConstraint(fields=["edition", "key"], name="one_passage_per_key"),
            models.CheckConstraint(condition=~models.Q(key=""), name="passage_has_a_key"),
        ]

    def __str__(self) -> str:
        return self.text[:80]

    def get_absolute_url(self) -> str:
        """The place in the article as readers find it now."""
        return f"{self.edition.article.get_absolute_url()}#{self.key}"

    def get_edition_url(self) -> str:
        """The place in the edition that had these words, whatever came later."""
        return f"{self.edition.get_absolute_url()}#{self.key}"

    @property
    def number(self) -> int:
        """As readers count."""
        return self.position + 1
