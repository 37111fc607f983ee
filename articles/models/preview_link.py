"""An address at which somebody without an account reads one version of a manuscript as it would be published."""

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID, uuid4

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.urls import reverse
from django.utils import timezone

from articles.models.article import Article

SIGNER = Signer(salt="articles.preview_link")


class PreviewLinkQuerySet(models.QuerySet):
    def make(self, article: Article, made_by, days: int, for_whom: str = "") -> "PreviewLink":
        """For the words as they are stored now, and no others."""
        expires = timezone.now() + timedelta(days=days)
        return self.create(
            article=article, version=article.version, made_by=made_by, expires=expires, for_whom=for_whom
        )

    def with_token(self, token: str) -> "PreviewLink | None":
        try:
            key = UUID(hex=SIGNER.unsign(token))
        except (BadSignature, ValueError):
            return None
        return self.filter(key=key).select_related("article", "made_by").first()

    def newest_first(self) -> Self:
        return self.order_by("-pk")


class PreviewLink(models.Model):
    """`key` is random, and signed in the address: neither a guess nor a copy of the database opens it."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="preview_links")
    version = models.PositiveIntegerField()
    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    for_whom = models.CharField(max_length=200, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    made = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField()
    revoked = models.DateTimeField(null=True, blank=True)
    last_opened = models.DateTimeField(null=True, blank=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        default_permissions = ()  # who may change an article may show it, and stop showing it

    def __str__(self) -> str:
        return f"{self.article}, version {self.version}, for {self.for_whom or 'anybody'}"

    def get_absolute_url(self) -> str:
        return reverse("shared_preview", args=[SIGNER.sign(self.key.hex)])

    def revoke(self) -> None:
        PreviewLink.objects.filter(pk=self.pk, revoked__isnull=True).update(revoked=timezone.now())

    def was_opened(self) -> None:
        PreviewLink.objects.filter(pk=self.pk).update(last_opened=timezone.now())

    def why_closed(self, at: datetime | None = None) -> str:
        """In words for who follows it; empty while it is open."""
        if self.revoked or not may_show(self.made_by):
            return "The link was taken back by those who made it."
        if self.expires <= (at or timezone.now()):
            return "The link has expired."
        if self.version != self.article.version:
            return "The text has changed since this link was made."
        return ""


def may_show(person) -> bool:
    """As the page does that makes the links."""
    return person.is_staff and person.has_perm("articles.change_article")
