"""What readers saw: an immutable snapshot of an article, live for a half-open interval of time."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, ProtectedError, Q
from django.urls import reverse
from django.utils import timezone
from taggit.managers import TaggableManager

from articles import clock
from articles.models.article import Article
from articles.models.live_intervals import LiveIntervalsNeverOverlap
from articles.models.liveness import is_live
from articles.models.written import Written

WORDS_A_MINUTE = 220
EVER_LIVE = Q(live_until__isnull=True) | Q(live_until__gt=F("live_from"))


class EditionQuerySet(models.QuerySet):
    def live(self, at: datetime | None = None) -> Self:
        """What readers read at that moment: at most one edition of an article."""
        return self.filter(is_live(at))

    def read_at(self, slug: str) -> "Edition | None":
        """What readers read at the address of an article."""
        return self.live().filter(article__slug=slug).first()

    def upcoming(self, at: datetime | None = None) -> Self:
        return self.filter(EVER_LIVE, live_from__gt=at or clock.now())

    def begun(self, at: datetime | None = None) -> Self:
        """Live now or once, whether or not readers may still see it."""
        return self.filter(EVER_LIVE, live_from__lte=at or clock.now())

    def unended(self, at: datetime | None = None) -> Self:
        """Live now or later, whether or not readers may see it."""
        return self.filter(EVER_LIVE, Q(live_until__isnull=True) | Q(live_until__gt=at or clock.now()))

    def never_live(self) -> Self:
        """Replaced before anybody read them, and kept for what rests on their words."""
        return self.exclude(EVER_LIVE)

    def readable(self, at: datetime | None = None) -> Self:
        """The public history: what was read of articles that can still be read."""
        still_live = Edition.objects.live(at).filter(article=OuterRef("article"))
        return self.begun(at).filter(Exists(still_live), suppressed_at__isnull=True)

    def corrections(self) -> Self:
        """Those that put a mistake right."""
        return self.filter(is_correction=True)

    def newest_first(self) -> Self:
        return self.order_by("-live_from", "-pk")

    def in_parts(self) -> Self:
        return self.order_by("part", "title")

    def for_lists(self) -> Self:
        """With what a list shows, without the bodies, and of the manuscript the address alone."""
        manuscript = [f"article__{name}" for name in Article.copied_fields()]
        return self.defer("body", *manuscript).select_related("article", "series")

    def for_page(self) -> Self:
        """Also with `predecessor`, the number of the last readable edition before it."""
        earlier = Edition.objects.begun().filter(
            article=OuterRef("article"), number__lt=OuterRef("number"), suppressed_at__isnull=True
        )
        return self.for_lists().annotate(predecessor=earlier.order_by("-number").values("number")[:1])


class Edition(Written):
    article = models.ForeignKey(Article, models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    note = models.TextField("what changed", blank=True)
    is_correction = models.BooleanField(
        "corrects a mistake",
        default=False,
        help_text="Its note says which; readers find it among the corrections.",
    )
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    word_count = models.PositiveIntegerField(default=0)
    first_published = models.DateTimeField(help_text="When the first edition of the article went live.")
    live_from = models.DateTimeField(db_index=True)
    live_until = models.DateTimeField(null=True, blank=True)
    expires = models.DateTimeField(null=True, blank=True, help_text="The end that its editor gave it.")
    withdrawal_note = models.TextField(
        "why it was withdrawn", blank=True, help_text="Readers who come to its address are told."
    )
    suppressed_at = models.DateTimeField(null=True, blank=True, help_text="Kept, but not shown to readers.")
    tags = TaggableManager(blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta(Written.Meta):
        abstract = False
        ordering = ["article", "number"]
        constraints = [
            *Written.Meta.constraints,
            models.UniqueConstraint(fields=["article", "number"], name="one_edition_per_number"),
            models.CheckConstraint(
                condition=Q(live_until__isnull=True) | Q(live_until__gte=F("live_from")),
                name="edition_ends_after_it_begins",
                violation_error_message="An edition ends after it begins.",
            ),
            models.CheckConstraint(
                condition=Q(is_correction=False) | ~Q(note=""),
                name="correction_says_what_it_corrects",
                violation_error_message="Say what was wrong: readers find it among the corrections.",
            ),
            LiveIntervalsNeverOverlap(name="editions_never_overlap"),
        ]
        permissions = [("suppress_edition", "Can hide an edition from readers")]

    def __str__(self) -> str:
        return f"{self.title}, edition {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("edition", args=[self.article.slug, self.number])

    def drop(self) -> None:
        """Take an edition that no reader has seen out of the way; it stays, never to be live, if something rests on its words."""
        try:
            with transaction.atomic():
                self.delete()
        except ProtectedError:
            self.live_until = self.live_from
            self.save(update_fields=["live_until"])

    def suppress(self) -> None:
        """Keep this edition, and show it to readers no more."""
        self.suppressed_at = timezone.now()
        self.save(update_fields=["suppressed_at"])

    def unsuppress(self) -> None:
        self.suppressed_at = None
        self.save(update_fields=["suppressed_at"])

    @property
    def ended(self) -> datetime | None:
        """When readers stopped reading it; None while they do, whatever editors have scheduled."""
        return self.live_until if self.live_until and self.live_until <= clock.now() else None

    @property
    def minutes(self) -> int:
        return max(1, round(self.word_count / WORDS_A_MINUTE))

    @property
    def is_update(self) -> bool:
        return self.live_from != self.first_published
