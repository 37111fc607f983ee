"""The review of a manuscript: asked for, read beside the comments on its words, and approved or returned."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.urls import path

from articles.admin.desk_page import article_page
from articles.admin.reviewing.buttons import BUTTONS, AskForm, CommentForm
from articles.admin.reviewing.state import current_review, in_place, said_of
from articles.models import Article, Review


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
