"""The buttons that lead to what readers see: Publish and Schedule save the words first, and then a page says what they will do."""

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse

from articles.admin.history import is_restoring
from articles.admin.versioned import ANYWAY
from articles.models import Article

PUBLISHES = {"_publish", "_schedule"}
STAYS = {"_continue", ANYWAY}


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

    def response_add(self, request, obj, post_url_continue=None):
        return self.went_on(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self.went_on(request, obj) or super().response_change(request, obj)

    def went_on(self, request, article: Article):
        if IS_POPUP_VAR in request.POST or is_restoring(request):
            return None
        if PUBLISHES & set(request.POST):
            fragment = "#when" if "_schedule" in request.POST else ""
            return HttpResponseRedirect(reverse("admin:article_publish", args=[article.pk]) + fragment)
        if STAYS & set(request.POST):
            self.message_user(request, f"The draft of “{article}” is saved.", messages.SUCCESS)
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
        return None
