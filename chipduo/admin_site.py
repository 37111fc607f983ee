from contextlib import suppress
from functools import update_wrapper

from django.contrib.admin import AdminSite
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError
from django.http import Http404
from django.urls import include, path
from django.views.decorators.csrf import csrf_protect

SHELVES = ("articles", "entities", "taggit", "chipduo", "auth")  # in the order of an editor’s day


class SiteAdmin(AdminSite):
    site_header = "chipduo"
    site_title = "chipduo"
    index_title = "The desk"
    site_url = "/"
    empty_value_display = "none"

    def admin_view(self, view, cacheable=False):
        """What is sent by a form whose session has ended is kept, and gone on with after a sign-in; what is sent to a
        thing that is gone is given back. Of two who make the same at one moment the second is asked again, and told so."""
        from articles.admin.scratch.signing_in import sign_in_first  # which needs the models
        from chipduo.admin.not_there import not_there

        guarded = super().admin_view(view, cacheable)

        def inner(request, *args, **kwargs):
            is_sent = request.method == "POST" and not self.has_permission(request)
            answer = sign_in_first(self, request) if is_sent else None
            try:
                # of what another has stored or deleted meanwhile, which the view then finds and says
                with suppress(IntegrityError, ObjectDoesNotExist):
                    return answer or guarded(request, *args, **kwargs)
                return guarded(request, *args, **kwargs)
            except Http404:
                if answer := not_there(self, request):
                    return answer
                raise

        return update_wrapper(csrf_protect(inner), guarded)

    def get_urls(self):
        """With what needs both rooms: pages of an article, the queues, the site at a moment, and the export of everything."""
        from chipduo.admin import queues, site_at  # which need this site
        from chipduo.admin.article_pages import article_pages
        from chipduo.admin.export import export
        from chipduo.admin.intake import intake
        from chipduo.admin.own_account import own_account
        from chipduo.admin.seen_on_site import seen_on_site

        return [
            path("queues/<slug:slug>/", self.admin_view(queues.queue), name="queue"),
            path("queues/<slug:slug>/left/", self.admin_view(queues.left), name="queue_left"),
            path("articles/article/", include(article_pages(self))),
            path("at/", self.admin_view(site_at.choose), name="choose_moment"),
            path("at/<moment:moment>/", self.admin_view(site_at.site_at), name="site_at"),
            path("at/<moment:moment>/<path:path>", self.admin_view(site_at.site_at)),
            path("export/", self.admin_view(export), name="export"),
            path("me/", self.admin_view(own_account), name="own_account"),
            path("import/", self.admin_view(intake), name="import"),
            path("r/<path:content_type_id>/<path:object_id>/", self.admin_view(seen_on_site)),
            *super().get_urls(),
        ]

    def get_app_list(self, request, app_label=None):
        return sorted(
            super().get_app_list(request, app_label), key=lambda app: SHELVES.index(app["app_label"])
        )

    def index(self, request, extra_context=None):
        from chipduo.desk.home import home_of  # which needs the models

        return super().index(request, {**home_of(request.user), **(extra_context or {})})
