"""The manuscript: what editors are writing. Readers see its editions, and of it only the address."""

from datetime import datetime
from typing import Self

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from taggit.managers import TaggableManager

from articles.models.liveness import is_live
from articles.models.slug_record import Addressed
from articles.models.versioned import Versioned
from articles.models.written import Written


class ArticleQuerySet(models.QuerySet):
    def public(self, at: datetime | None = None) -> Self:
        """Those that readers can read now."""
        return self.filter(is_live(at, "editions__"))

    def held(self) -> Self:
        """Until the transaction ends nobody else holds or changes them. What only points at them may come and go: who relinks
        an edition has the names and needs the article, and who publishes it has the article and needs the names.
        """
        return self.select_for_update(no_key=True)


class Article(Written, Addressed, Versioned):
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)
    tags = TaggableManager(blank=True)

    objects = ArticleQuerySet.as_manager()

    class Meta(Written.Meta):
        abstract = False
        ordering = ["-updated"]
        constraints = [
            *Written.Meta.constraints,
            models.UniqueConstraint(
                fields=["series", "part"],
                name="one_article_per_part",
                violation_error_message="Another article is that part of the series already.",
            ),
        ]
        permissions = [
            ("publish_article", "Can publish and schedule articles"),
            ("withdraw_article", "Can withdraw articles"),
        ]

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.slug])

    def publish(
        self,
        editor,
        at: datetime | None = None,
        until: datetime | None = None,
        note: str = "",
        is_correction: bool = False,
    ):
        """Make the stored manuscript what readers read from `at` (now) to `until` (further notice).

        Returns the new Edition. Replaces an edition that no reader has seen yet. Raises ValidationError, by field,
        for a manuscript that cannot be published and for times that make no sense.
        """
        from articles.publishing import publish  # which needs the models that need this one

        return publish(self, editor=editor, at=at, until=until, note=note, is_correction=is_correction)

    @transaction.atomic
    def withdraw(self, note: str = "") -> None:
        """Take it from readers now: its address and its editions answer that it is gone, and why."""
        self._hold()
        now = timezone.now()
        self.cancel_schedule()
        self.editions.begun(now).unended(now).update(live_until=now, withdrawal_note=note)

    @transaction.atomic
    def cancel_schedule(self) -> None:
        """Drop an edition that no reader has seen; the one it was to follow goes on for as long as it was meant to."""
        self._hold()
        now = timezone.now()
        upcoming = self.editions.upcoming(now)
        starts = list(upcoming.values_list("live_from", flat=True))
        for edition in upcoming:
            edition.drop()
        self.editions.begun(now).filter(live_until__in=starts).update(live_until=models.F("expires"))

    @transaction.atomic
    def restore(self, edition) -> None:
        """Make the words of an edition the manuscript again; readers see them when it is published."""
        for name in self.copied_fields():
            setattr(self, name, getattr(edition, name))
        self.version += 1
        self.save()
        self.tags.set(edition.tags.all())

    @property
    def live_edition(self):
        return self.editions.live().first()

    @property
    def was_ever_public(self) -> bool:
        return self.editions.begun().exists()

    @property
    def is_gone(self) -> bool:
        """Readers could read it once, and cannot now."""
        return self.was_ever_public and not self.live_edition

    @property
    def why_gone(self) -> str:
        """What its editor told readers when it was withdrawn, in its last edition."""
        notes = self.editions.begun().order_by("number").values_list("withdrawal_note", flat=True)
        return notes.last() or ""

    def _hold(self) -> None:
        """Until the transaction ends nobody else decides what readers see of it; what time it is counts from then."""
        Article.objects.held().only("pk").get(pk=self.pk)
