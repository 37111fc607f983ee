"""What is asked and answered of an article at the desk that needs both rooms; each is for those who are signed in."""

from collections.abc import Callable

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path

from articles.models import Article
from chipduo.admin.article_names import names
from chipduo.admin.preview import preview
from chipduo.admin.publishing import publish
from chipduo.admin.sharing import share
from chipduo.admin.withdrawing import withdraw


def article_pages(site: AdminSite) -> list[URLPattern]:
    def of(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        """The view asks itself for the permission that it needs."""

        def of_article(request: HttpRequest, pk: int | None = None) -> HttpResponse:
            desk = site.get_model_admin(Article)
            article = None if pk is None else get_object_or_404(desk.get_queryset(request), pk=pk)
            return view(request, desk, article)

        return site.admin_view(of_article)

    return [
        path("preview/", of(preview), name="article_preview_new"),
        path("<int:pk>/names/", of(names), name="article_names"),
        path("<int:pk>/preview/", of(preview), name="article_preview"),
        path("<int:pk>/publish/", of(publish), name="article_publish"),
        path("<int:pk>/share/", of(share), name="article_share"),
        path("<int:pk>/withdraw/", of(withdraw), name="articles_article_withdraw"),
    ]
