from django.contrib.admin import AdminSite
from django.urls import path


class SiteAdmin(AdminSite):
    site_header = "chipduo"
    site_title = "chipduo"
    index_title = "The desk"
    site_url = "/"
    empty_value_display = "none"

    def get_urls(self):
        """With the preview of an article, which needs both rooms."""
        from chipduo.admin.preview import preview  # which needs this site

        view = self.admin_view(preview)
        return [
            path("articles/article/preview/", view, name="article_preview_new"),
            path("articles/article/<int:pk>/preview/", view, name="article_preview"),
            *super().get_urls(),
        ]
