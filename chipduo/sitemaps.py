"""Every address a crawler may want, with when it last changed where that is known."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import SitemapIndexItem
from django.db.models import Max
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.addresses import at
from articles.models import Edition, Series
from chipduo.tagged import public_tags
from entities.models import Entity, Event, Relation
from entities.sources import public_sources


class OfTheSite(Sitemap):
    """Addresses begin with SITE_URL, whichever host was asked."""

    protocol = urlsplit(settings.SITE_URL).scheme
    limit = 5000

    def get_domain(self, site=None) -> str:
        return urlsplit(settings.SITE_URL).netloc


class Articles(OfTheSite):
    def items(self):
        return Edition.objects.live().for_lists().order_by("article__slug")

    def location(self, item: Edition) -> str:
        return item.article.get_absolute_url()

    def lastmod(self, item: Edition):
        return item.live_from

    def get_latest_lastmod(self):
        """As Django finds it by reading them all."""
        return self.items().aggregate(latest=Max("live_from"))["latest"]


class AllSeries(OfTheSite):
    def items(self):
        return Series.objects.public().order_by("slug")


class Entities(OfTheSite):
    def items(self):
        return Entity.objects.public().only("slug").order_by("slug")


class Relations(OfTheSite):
    def items(self):
        return Relation.objects.public().ends().only("slug").order_by("slug")

    def location(self, item: Entity) -> str:
        return reverse("entity_relations", args=[item.slug])


class Events(OfTheSite):
    def items(self):
        return Event.objects.public().only("slug").order_by("slug")


class Tags(OfTheSite):
    def items(self):
        return [tag.slug for tag, _ in public_tags()]

    def location(self, item: str) -> str:
        return reverse("tag", args=[item])


class Sources(OfTheSite):
    def items(self):
        return public_sources().only("slug").order_by("slug")


class Lists(OfTheSite):
    def items(self):
        return [
            "home",
            "article_list",
            "entity_list",
            "relations",
            "timeline",
            "tag_list",
            "source_list",
            "corrections",
            "changed",
        ]

    def location(self, item: str) -> str:
        return reverse(item)


def index(request: HttpRequest) -> TemplateResponse:
    """As Django's own, which begins the addresses with whichever host was asked."""
    sections = [(name, sitemap()) for name, sitemap in SITEMAPS.items()]
    addresses = [(at(reverse("sitemap_section", args=[name])), section) for name, section in sections]
    items = [
        SitemapIndexItem(f"{address}?p={page}" if page > 1 else address, latest)
        for address, section in addresses
        for latest in [section.get_latest_lastmod()]
        for page in section.paginator.page_range
    ]
    return TemplateResponse(request, "sitemap_index.xml", {"sitemaps": items}, content_type="application/xml")


SITEMAPS = {
    "lists": Lists,
    "articles": Articles,
    "series": AllSeries,
    "entities": Entities,
    "relations": Relations,
    "events": Events,
    "tags": Tags,
    "sources": Sources,
}
