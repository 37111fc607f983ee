"""What is asked and answered of an article at the desk that needs both rooms; each is for those who are signed in."""

from django.contrib.admin import AdminSite
from django.urls import URLPattern, path

from chipduo.admin.article_names import names
from chipduo.admin.preview import preview
from chipduo.admin.publishing import publish
from chipduo.admin.sharing import share
from chipduo.admin.withdrawing import withdraw


def article_pages(site: AdminSite) -> list[URLPattern]:
    pages = [
        path("preview/", preview, name="article_preview_new"),
        path("<int:pk>/names/", names, name="article_names"),
        path("<int:pk>/preview/", preview, name="article_preview"),
        path("<int:pk>/publish/", publish, name="article_publish"),
        path("<int:pk>/share/", share, name="article_share"),
        path("<int:pk>/withdraw/", withdraw, name="articles_article_withdraw"),
    ]
    for page in pages:
        page.callback = site.admin_view(page.callback)
    return pages
