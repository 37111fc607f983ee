"""What is new in the record, as Atom: one base, and a feed of ten lines for each thing that can be followed."""

import re
from datetime import UTC, datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed

from articles.models import Edition, Series
from articles.views.elsewhere import elsewhere

NEWEST = 30
NOT_IN_XML = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
)  # word processors put some where a line ends


def plain(text: str) -> str:
    return NOT_IN_XML.sub(" ", text)


class StillFeed(Atom1Feed):
    def latest_post_date(self) -> datetime:
        """Django's own says "now" for a feed with nothing in it, which would then never be the same twice."""
        return super().latest_post_date() if self.items else datetime.fromtimestamp(0, UTC)


class EditionFeed(Feed):
    """Live editions, newest first. Subclasses say which, and what the feed is called."""

    feed_type = StillFeed

    def editions(self, followed):
        return Edition.objects.live()

    def items(self, followed):
        return self.editions(followed).for_lists().newest_first()[:NEWEST]

    def item_title(self, item: Edition) -> str:
        return plain(item.title)

    def item_description(self, item: Edition) -> str:
        return plain(item.standfirst)

    def item_link(self, item: Edition) -> str:
        return settings.SITE_URL + item.article.get_absolute_url()

    def item_guid(self, item: Edition) -> str:
        return self.item_link(item)  # one entry an article: readers see it updated, not doubled

    def item_pubdate(self, item: Edition):
        return item.first_published

    def item_updateddate(self, item: Edition):
        return item.live_from

    def item_author_name(self, item: Edition) -> str:
        return plain(item.byline) or settings.SITE_NAME


class FollowedFeed(EditionFeed):
    """What is new about one thing. Under an old address of the thing it leads on, as the page does."""

    kind: type[Model]

    def __call__(self, request: HttpRequest, slug: str) -> HttpResponse:
        public = self.kind.objects.public()
        if not public.filter(slug=slug).exists():
            return elsewhere(request, public, slug)
        return super().__call__(request, slug=slug)

    def get_object(self, request: HttpRequest, slug: str) -> Model:
        return self.kind.objects.public().get(slug=slug)

    def title(self, followed) -> str:
        return plain(f"{followed} - {settings.SITE_NAME}")

    def link(self, followed) -> str:
        return settings.SITE_URL + followed.get_absolute_url()


class SeriesFeed(FollowedFeed):
    kind = Series

    def description(self, followed: Series) -> str:
        return plain(followed.standfirst)

    def editions(self, followed: Series):
        return super().editions(followed).filter(series=followed)
