"""The review of a manuscript: asked for, read beside the comments on its words, and approved or returned."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path

from articles.admin.article_page import article_page
from articles.admin.prose import ProseField
from articles.admin.review_state import current_review, in_place, said_of
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


class ReviewingAdmin(admin.ModelAdmin):
    def get_urls(self):
        review = self.admin_site.admin_view(self.review_view)
        return [path("<path:object_id>/review/", review, name="article_review"), *super().get_urls()]

    def review_view(self, request, object_id):
        article = self.get_object(request, unquote(object_id))
        if article is None:
            raise Http404
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        pressed = next((button for button in BUTTONS if button in request.POST), None)
        form = BUTTONS[pressed][0](request.POST) if pressed else None
        if form and form.is_valid() and self.do(request, article, pressed, form):
            return HttpResponseRedirect(request.path)
        return self.shown(request, article, pressed, form)

    def do(self, request, article: Article, pressed: str, form: forms.Form) -> bool:
        """Whether it was done; if not, the form says why."""
        try:
            with transaction.atomic():
                said = BUTTONS[pressed][1](self, request, article, form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return False
        self.log_change(request, article, said)
        self.message_user(request, said, messages.SUCCESS)
        return True

    def shown(self, request, article: Article, pressed: str | None, form: forms.Form | None):
        review = current_review(article)
        is_waiting = review is not None and review.state == Review.State.WAITING
        ask, comment = AskForm(), CommentForm()
        if pressed == "_ask":
            ask = form
        elif isinstance(form, CommentForm):
            comment = form
        context = {
            "title": f"Review of “{article}”",
            "review": review,
            "said": said_of(review),
            "place": in_place(article),
            "ask": None if is_waiting and pressed != "_ask" else ask,
            "comment": comment,
            "errors": form.non_field_errors() if form else [],
            "may_judge": is_waiting and self.has_publish_permission(request),
            "resolved": article.comments.filter(resolved__isnull=False).select_related("by", "resolved_by"),
        }
        return article_page(request, self, article, "review.html", **context)


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
