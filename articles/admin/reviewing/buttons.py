"""What each button on the page of a review does, and what it asks for."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from articles.admin.fields.prose import ProseField
from articles.keys import key_in
from articles.models import Article, Comment, Review


class AskForm(forms.Form):
    note = ProseField(
        widget=forms.Textarea,
        required=False,
        max_length=5000,
        help_text="What the editor should look at.",
    )


class CommentForm(forms.Form):
    quote = ProseField(
        label="Words",
        widget=forms.Textarea,
        required=False,
        max_length=2000,
        help_text="Copied from the text. Empty: about the whole of it.",
    )
    text = ProseField(label="Comment", widget=forms.Textarea, max_length=5000)


def ask_for_review(desk, request: HttpRequest, article: Article, given: dict[str, Any]) -> str:
    Review.objects.ask(article, request.user, given["note"])
    return "Asked for a review."


def approve(desk, request: HttpRequest, article: Article, given: dict[str, Any]) -> str:
    waiting_review(desk, request, article).approve(request.user, article.version)
    return "Approved."


def send_back(desk, request: HttpRequest, article: Article, given: dict[str, Any]) -> str:
    review = waiting_review(desk, request, article)
    Comment.objects.say(article, request.user, **given)
    review.send_back(request.user, article.version)
    return "Returned to its writer."


def waiting_review(desk, request: HttpRequest, article: Article) -> Review:
    """Only of the words that were on the page."""
    if not desk.has_publish_permission(request):
        raise PermissionDenied
    stored = Article.objects.held().get(pk=article.pk)
    if request.POST.get("seen") != str(stored.version):
        raise ValidationError(
            "The text was changed after you opened this page: read it again. Nothing is judged yet."
        )
    review = Review.objects.waiting().filter(article=article).first()
    if review is None:
        raise ValidationError("It does not wait for review any more.")
    return review


def comment(desk, request: HttpRequest, article: Article, given: dict[str, Any]) -> str:
    Comment.objects.say(article, request.user, **given)
    return "The comment is kept."


def resolve(desk, request: HttpRequest, article: Article, given: dict[str, Any]) -> str:
    comment_named(request, article, "_resolve").resolve(request.user)
    return "The comment is settled."


def reopen(desk, request: HttpRequest, article: Article, given: dict[str, Any]) -> str:
    comment_named(request, article, "_reopen").reopen()
    return "The comment is open again."


def comment_named(request: HttpRequest, article: Article, button: str) -> Comment:
    return get_object_or_404(article.comments, pk=key_in(request.POST[button]))


BUTTONS = {
    "_ask": (AskForm, ask_for_review),
    "_approve": (forms.Form, approve),
    "_return": (CommentForm, send_back),
    "_comment": (CommentForm, comment),
    "_resolve": (forms.Form, resolve),
    "_reopen": (forms.Form, reopen),
}
