"""What evidence is picked from: the articles that readers can read, and the passages of one of them."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, JsonResponse
from django.urls import path, reverse

from articles.admin.fields.list_of import ListOf
from articles.keys import key_in
from articles.models import Article, Edition
from entities.admin.rows import AutocompleteTogether

MAY_PICK = ("entities.add_evidence", "entities.change_evidence")


class LiveArticleSelect(AutocompleteTogether):
    def get_url(self) -> str:
        return reverse("admin:entities_live_articles")

    def build_attrs(self, base_attrs, extra_attrs=None):
        attrs = super().build_attrs(base_attrs, extra_attrs)
        return {**attrs, "data-passages": reverse("admin:entities_passages")}


class LiveArticles(ListOf):
    kind = Article

    def get_queryset(self):
        return super().get_queryset().filter(pk__in=Article.objects.public())


def urls_for_picking(desk: admin.ModelAdmin) -> list:
    """Each desk that shows evidence has its own addresses for them; any of them may answer."""
    articles = LiveArticles.as_view(admin_site=desk.admin_site)
    return [
        path("live-articles/", desk.admin_site.admin_view(articles), name="entities_live_articles"),
        path("passages/", desk.admin_site.admin_view(passages), name="entities_passages"),
    ]


def passages(request: HttpRequest) -> JsonResponse:
    may_pick = any(request.user.has_perm(permission) for permission in MAY_PICK)
    if not (may_pick and request.user.has_perm("articles.view_article")):
        raise PermissionDenied
    edition = Edition.objects.live().filter(article=key_in(request.GET.get("article", ""))).first()
    if edition is None:
        raise Http404
    rows = edition.passages.order_by("position").values("key", "kind", "text")
    return JsonResponse({"title": edition.title, "passages": list(rows)})
