"""A manuscript that its writer wants read before it is published, and what the editor said."""

from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from articles.models.article import Article


class ReviewQuerySet(models.QuerySet):
    @transaction.atomic
    def ask(self, article: Article, by, note: str = "") -> "Review":
        stored = Article.objects.held().get(pk=article.pk)
        if self.waiting().filter(article=stored).exists():
            raise ValidationError("It waits for review already.")
        return self.create(article=stored, version=stored.version, asked_by=by, note=note)

    def waiting(self) -> Self:
        return self.current().filter(settled__isnull=True)

    def current(self) -> Self:
        """Of words that were not published since."""
        return self.filter(ended__isnull=True)

    def end(self) -> None:
        """What was published needs no review any more."""
        self.current().update(ended=timezone.now())


class Review(models.Model):
    """`version` is the one that was asked about, and from its verdict on the one that was judged."""

    class State(models.TextChoices):
        DRAFT = "draft", "draft"
        WAITING = "waiting", "waiting for review"
        RETURNED = "returned", "returned"
        APPROVED = "approved", "approved"

    article = models.ForeignKey(Article, models.CASCADE, related_name="review_requests")
    version = models.PositiveIntegerField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked = models.DateTimeField(auto_now_add=True)
    note = models.TextField(blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    settled = models.DateTimeField(null=True, blank=True)
    was_approved = models.BooleanField(default=False)
    ended = models.DateTimeField(null=True, blank=True, help_text="When the article was published.")

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        default_permissions = ()  # who may change an article asks, and who may publish it judges
        constraints = [
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(settled__isnull=True, ended__isnull=True),
                name="one_review_waits_per_article",
                violation_error_message="It waits for review already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article}: {self.state.label}"

    def approve(self, by, version: int) -> None:
        self._settle(by, version, was_approved=True)

    def send_back(self, by, version: int) -> None:
        self._settle(by, version, was_approved=False)

    @property
    def state(self) -> State:
        if self.ended:
            return self.State.DRAFT
        if self.settled is None:
            return self.State.WAITING
        return self.State.APPROVED if self.was_approved else self.State.RETURNED

    @property
    def is_outdated(self) -> bool:
        """The words were changed after they were judged."""
        return self.settled is not None and self.version != self.article.version

    def _settle(self, by, version: int, was_approved: bool) -> None:
        verdict = {"settled": timezone.now(), "settled_by": by, "version": version}
        mine = Review.objects.waiting().filter(pk=self.pk)
        if not mine.update(**verdict, was_approved=was_approved):
            raise ValidationError("Somebody else has judged it, or published it, meanwhile.")
        self.refresh_from_db()
