"""The site's feed and the feeds of tags; series and entities have theirs in their own rooms."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from articles.addresses import at
from articles.feeds import EditionFeed, plain
from articles.views.elsewhere import moved
from chipduo.views.tags import find


class SiteFeed(EditionFeed):
    title = settings.SITE_NAME
    description = settings.SITE_TAGLINE
    link = at("/")


class TagFeed(EditionFeed):
    def __call__(self, request: HttpRequest, slugs: str) -> HttpResponse:
        found = find(slugs)
        if isinstance(found, str):
            return moved(request, slugs=found)
        return super().__call__(request, slugs=slugs)

    def get_object(self, request: HttpRequest, slugs: str) -> list:
        return find(slugs)[0]

    def title(self, followed: list) -> str:
        return plain(f"{' + '.join(tag.name for tag in followed)} · {settings.SITE_NAME}")

    def description(self, followed: list) -> str:
        return plain(f"Articles tagged {' and '.join(tag.name for tag in followed)}.")

    def link(self, followed: list) -> str:
        return at(reverse("tag", args=["+".join(tag.slug for tag in followed)]))

    def editions(self, followed: list):
        editions = super().editions(followed)
        for tag in followed:
            editions = editions.filter(tags=tag)
        return editions
