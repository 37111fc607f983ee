from django.contrib.admin import AdminSite
from django.urls import path


class SiteAdmin(AdminSite):
    site_header = "chipduo"
    site_title = "chipduo"
    index_title = "The desk"
    site_url = "/"
    empty_value_display = "none"

    def get_urls(self):
        """With the preview of an article, which needs both rooms, and with the queues."""
        from chipduo.admin import queues  # which need this site
        from chipduo.admin.preview import preview

        view = self.admin_view(preview)
        return [
            path("queues/<slug:slug>/", self.admin_view(queues.queue), {"site": self}, name="queue"),
            path("queues/<slug:slug>/left/", self.admin_view(queues.left), {"site": self}, name="queue_left"),
            path("articles/article/preview/", view, name="article_preview_new"),
            path("articles/article/<int:pk>/preview/", view, name="article_preview"),
            *super().get_urls(),
        ]

    def index(self, request, extra_context=None):
        from chipduo.desk.home import home_of  # which needs the models

        return super().index(request, {**home_of(request.user), **(extra_context or {})})
