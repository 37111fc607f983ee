"""Buttons that save the words and go on to a page that does something with them: publish, schedule, show them to others."""

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse

from articles.admin.history.kept import is_restoring
from articles.admin.together.meeting import ANYWAY, TOGETHER
from articles.models import Article

PUBLISHES = {"_publish", "_schedule"}
GOES_ON_TO = {
    "_publish": "article_publish",
    "_schedule": "article_publish",
    "_share": "article_share",
    "_review": "article_review",
}
STAYS = {"_continue", ANYWAY, TOGETHER}


class PublishingAdmin(admin.ModelAdmin):
    def has_publish_permission(self, request) -> bool:
        return request.user.has_perm("articles.publish_article")

    def has_withdraw_permission(self, request) -> bool:
        return request.user.has_perm("articles.withdraw_article")

    def render_change_form(self, request, context, *args, **kwargs):
        article = context["original"]
        is_shown = article is not None and (article.live_since or article.scheduled_for)
        context["may_publish"] = self.has_publish_permission(request)
        context["may_withdraw"] = is_shown and self.has_withdraw_permission(request)
        return super().render_change_form(request, context, *args, **kwargs)

    def add_view(self, request, form_url="", extra_context=None):
        self.refuse_publishing_without_permission(request)
        return super().add_view(request, form_url, extra_context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        self.refuse_publishing_without_permission(request)
        return super().change_view(request, object_id, form_url, extra_context)

    def refuse_publishing_without_permission(self, request) -> None:
        if PUBLISHES & set(request.POST) and not self.has_publish_permission(request):
            raise PermissionDenied

    def save_model(self, request, obj, form, change):
        """Words that are as they were make no new version: what is bound to the one that there is goes on."""
        if not change or form.has_changed() or is_restoring(request):
            super().save_model(request, obj, form, change)

    def response_add(self, request, obj, post_url_continue=None):
        return self.went_on(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self.went_on(request, obj) or super().response_change(request, obj)

    def went_on(self, request, article: Article):
        if IS_POPUP_VAR in request.POST or is_restoring(request):
            return None
        if button := next((name for name in GOES_ON_TO if name in request.POST), None):
            fragment = "#when" if button == "_schedule" else ""
            return HttpResponseRedirect(reverse(f"admin:{GOES_ON_TO[button]}", args=[article.pk]) + fragment)
        if STAYS & set(request.POST):
            self.message_user(request, f"The draft of “{article}” is saved.", messages.SUCCESS)
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
        return None
