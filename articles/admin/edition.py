"""What readers saw, to be looked at: never edited, but hidden and shown, and made the manuscript again."""

import reversion
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse

from articles.admin.desk import Searched
from articles.admin.history.kept import keep_first_version
from articles.admin.standing import moment
from articles.admin.together.versioned import version_of, who_saved
from articles.models import Article, Edition


@admin.register(Edition)
class EditionAdmin(Searched):
    fields = [
        "article", "number", "title", "standfirst", "body", "byline", "series", "part", "lead_image", "lead_image_alt",
        "tag_names", "note", "is_correction", "editor", "live_from", "live_until", "withdrawal_note",
        "suppressed_at",
    ]  # fmt: skip
    readonly_fields = fields
    list_display = ["title", "number", "live_from", "live_until", "editor", "suppressed_at"]
    list_select_related = ["editor"]
    list_filter = ["is_correction", ("suppressed_at", admin.EmptyFieldListFilter)]
    date_hierarchy = "live_from"
    ordering = ["-live_from", "-pk"]
    search_fields = ["title", "article__slug", "note"]
    actions = ["suppress", "unsuppress"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("article", "editor", "series")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_suppress_permission(self, request) -> bool:
        return request.user.has_perm("articles.suppress_edition")

    @admin.display(description="Tags")
    def tag_names(self, edition):
        return ", ".join(sorted(edition.tags.names()))

    def view_on_site(self, edition):
        return (
            edition.get_absolute_url() if Edition.objects.readable().filter(pk=edition.pk).exists() else None
        )

    @admin.action(description="Hide the selected editions from readers", permissions=["suppress"])
    @transaction.atomic
    def suppress(self, request, queryset):
        for edition in queryset.filter(suppressed_at__isnull=True):
            edition.suppress()
            self.log_change(request, edition, "Hidden from readers.")

    @admin.action(description="Show the selected editions to readers again", permissions=["suppress"])
    @transaction.atomic
    def unsuppress(self, request, queryset):
        for edition in queryset.filter(suppressed_at__isnull=False):
            edition.unsuppress()
            self.log_change(request, edition, "Shown to readers again.")

    def get_urls(self):
        restore = self.admin_site.admin_view(self.restore_view)
        return [
            path("<path:object_id>/restore/", restore, name="articles_edition_restore"),
            *super().get_urls(),
        ]

    def restore_view(self, request, object_id):
        edition = self.get_object(request, unquote(object_id))
        if edition is None or request.method != "POST":
            raise Http404
        if not request.user.has_perm("articles.change_article"):
            raise PermissionDenied
        if not restore(request.user, edition, seen=request.POST.get("seen", "")):
            said = f"{who_saved(edition.article)}, after you opened this page. Look at the manuscript before you replace it."
            self.message_user(request, said, messages.WARNING)
            return HttpResponseRedirect(reverse("admin:articles_edition_change", args=[edition.pk]))
        said = f"Edition {edition.number} is the manuscript again. Readers see it when it is published."
        self.message_user(request, said, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[edition.article_id]))

    def render_change_form(self, request, context, *args, **kwargs):
        context["may_restore"] = request.user.has_perm("articles.change_article")
        return super().render_change_form(request, context, *args, **kwargs)


@transaction.atomic
def restore(user, edition: Edition, seen: str) -> bool:
    """False if the manuscript is not the version that the editor saw."""
    article = Article.objects.held().get(pk=edition.article_id)
    if version_of(article) != seen:
        return False
    keep_first_version(article)
    said = f"Restored edition {edition.number}, live from {moment(edition.live_from)}."
    with reversion.create_revision():
        reversion.set_user(user)
        reversion.set_comment(said)
        article.restore(edition)
    LogEntry.objects.log_actions(user.pk, [article], CHANGE, said, single_object=True)
    return True
