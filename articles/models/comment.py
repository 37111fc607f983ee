"""What somebody at the desk says of words of a manuscript; never for readers."""

from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from articles import markdown
from articles.commenting import place_of, spaced
from articles.models.article import Article


class CommentQuerySet(models.QuerySet):
    def unresolved(self) -> Self:
        return self.filter(resolved__isnull=True)

    def say(self, article: Article, by, text: str, quote: str = "") -> "Comment":
        """Of the stored text. Raises ValidationError when the quote does not stand in it."""
        context, passages = "", passages_of(article)
        if quote := spaced(quote):
            place = place_of(quote, "", passages)
            if place is None:
                raise ValidationError(
                    {"quote": "These words are not in the text as it is stored: copy them from there."}
                )
            context = passages[place]
        return self.create(article=article, by=by, text=text, quote=quote, context=context)


class Comment(models.Model):
    """`context` is the passage that the quote was taken from; a comment without a quote is about the whole."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="comments")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    text = models.TextField()
    quote = models.TextField(blank=True)
    context = models.TextField(blank=True)
    resolved = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        default_permissions = ()  # who may change an article comments on it

    def __str__(self) -> str:
        return self.text[:80]

    def resolve(self, by) -> None:
        Comment.objects.unresolved().filter(pk=self.pk).update(resolved=timezone.now(), resolved_by=by)

    def reopen(self) -> None:
        Comment.objects.filter(pk=self.pk).update(resolved=None, resolved_by=None)


def passages_of(article: Article) -> list[str]:
    """The text as it reads, passage by passage, `spaced`; as it is written, when it cannot be read."""
    try:
        blocks = [block.text for block in markdown.render(article.body).blocks]
    except markdown.MarkdownError:
        blocks = article.body.split("\n\n")
    return [text for words in (article.title, article.standfirst, *blocks) if (text := spaced(words))]
