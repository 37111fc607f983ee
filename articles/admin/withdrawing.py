"""Taking an article from readers, or off the schedule: asked once more before it is done."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from articles.models import Article

DONE = {
    "_withdraw": "Withdrawn: its address and its editions answer readers that it is gone.",
    "_cancel_schedule": "Taken off the schedule; what readers see now stays as it is.",
}


class WithdrawingAdmin(admin.ModelAdmin):
    def has_withdraw_permission(self, request) -> bool:
        return request.user.has_perm("articles.withdraw_article")

    def get_urls(self):
        withdraw = self.admin_site.admin_view(self.withdraw_view)
        return [
            path("<path:object_id>/withdraw/", withdraw, name="articles_article_withdraw"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, *args, **kwargs):
        article = context["original"]
        is_shown = article is not None and (article.live_since or article.scheduled_for)
        context["may_withdraw"] = is_shown and self.has_withdraw_permission(request)
        return super().render_change_form(request, context, *args, **kwargs)

    def withdraw_view(self, request, object_id):
        article = self.get_object(request, unquote(object_id))
        if article is None:
            raise Http404
        if not (self.has_withdraw_permission(request) and self.has_change_permission(request, article)):
            raise PermissionDenied
        chosen = next((verb for verb in DONE if verb in request.POST), None)
        if chosen:
            self.withdraw(request, article, chosen)
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": f"Withdraw “{article}”?",
            "opts": self.opts,
            "article": article,
        }
        return TemplateResponse(request, "admin/articles/article/withdraw.html", context)

    @transaction.atomic
    def withdraw(self, request, article: Article, verb: str) -> None:
        article.withdraw() if verb == "_withdraw" else article.cancel_schedule()
        self.log_change(request, article, DONE[verb])
        self.message_user(request, DONE[verb], messages.SUCCESS)
