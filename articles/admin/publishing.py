"""Publish and Schedule: a save that goes on to readers. What publishing refuses comes back into the form."""

from dataclasses import asdict

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from articles.admin.history import is_restoring
from articles.admin.intentions import Intention
from articles.admin.standing import moment
from articles.admin.versioned import ANYWAY
from articles.models import Article, Edition

PUBLISHES = {"_publish", "_schedule"}
STAYS = {"_continue", ANYWAY}


class PublishingAdmin(admin.ModelAdmin):
    def has_publish_permission(self, request) -> bool:
        return request.user.has_perm("articles.publish_article")

    def render_change_form(self, request, context, *args, **kwargs):
        context["may_publish"] = self.has_publish_permission(request)
        return super().render_change_form(request, context, *args, **kwargs)

    def add_view(self, request, form_url="", extra_context=None):
        self.refuse_publishing_without_permission(request)
        return self.with_refusals(request, super().add_view, form_url, extra_context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        self.refuse_publishing_without_permission(request)
        return self.with_refusals(request, super().change_view, object_id, form_url, extra_context)

    def refuse_publishing_without_permission(self, request) -> None:
        if PUBLISHES & set(request.POST) and not self.has_publish_permission(request):
            raise PermissionDenied

    def with_refusals(self, request, view, *args):
        """A refusal undoes the save that came before it; the form is then shown once more, with the refusal in it."""
        try:
            return view(request, *args)
        except RefusedError as refused:
            request.refusal = refused.error
            return view(request, *args)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        request.intention = form.intention

    def response_add(self, request, obj, post_url_continue=None):
        return self.went_on(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self.went_on(request, obj) or super().response_change(request, obj)

    def went_on(self, request, article: Article):
        if PUBLISHES & set(request.POST) and not is_restoring(request):
            self.publish(request, article)
        else:
            request.intention.keep(request, article.pk)
            if not STAYS & set(request.POST) or IS_POPUP_VAR in request.POST or is_restoring(request):
                return None
            self.message_user(request, f"The draft of “{article}” is saved.", messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))

    def publish(self, request, article: Article) -> None:
        intention = request.intention
        try:
            edition = article.publish(editor=request.user, **asdict(intention))
        except ValidationError as error:
            raise RefusedError(error) from error
        Intention().keep(request, article.pk)
        self.log_change(
            request, article, f"Published as edition {edition.number}, from {moment(edition.live_from)}."
        )
        self.message_user(request, said_of(edition), messages.SUCCESS)


class RefusedError(Exception):
    def __init__(self, error: ValidationError) -> None:
        super().__init__(error)
        self.error = error


def said_of(edition: Edition) -> str:
    ends = f", until {moment(edition.live_until)}" if edition.live_until else ""
    if edition.live_from > timezone.now():
        zone = timezone.get_current_timezone()
        return f"Edition {edition.number} is scheduled for {moment(edition.live_from)}{ends} ({zone})."
    address = edition.article.get_absolute_url()
    return format_html(
        'Published: readers see edition {}{}. <a href="{}">See the page</a>', edition.number, ends, address
    )
