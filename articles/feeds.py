"""What is new in the record: one base, and a feed of ten lines for each thing that can be followed."""

import re

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from articles.addresses import at, permanent
from articles.feed_forms import AtomFeed, StillFeed
from articles.jsonld import LICENCE
from articles.models import Article, Edition, Series
from articles.views.elsewhere import elsewhere

NEWEST = 30
NOT_IN_XML = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
)  # word processors put some where a line ends


def plain(text: str) -> str:
    return NOT_IN_XML.sub(" ", text)


class EditionFeed(Feed):
    """Live editions, newest first. Subclasses say which, and what the feed is called."""

    feed_copyright = f"CC BY 4.0, {LICENCE}"

    def __init__(self, form: type[StillFeed] = AtomFeed) -> None:
        self.feed_type = form

    def editions(self, followed):
        return Edition.objects.live()

    def items(self, followed):
        return self.editions(followed).for_lists().newest_first()[:NEWEST]

    def item_title(self, item: Edition) -> str:
        return plain(item.title)

    def item_description(self, item: Edition) -> str:
        return plain(item.standfirst)

    def item_link(self, item: Edition) -> str:
        return at(item.article.get_absolute_url())

    def item_guid(self, item: Edition) -> str:
        return permanent(item.article)  # one entry an article: readers see it updated, not doubled

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
        return plain(f"{followed} · {settings.SITE_NAME}")

    def link(self, followed) -> str:
        return at(followed.get_absolute_url())

    def feed_guid(self, followed) -> str:
        return permanent(followed)


class SeriesFeed(FollowedFeed):
    kind = Series

    def description(self, followed: Series) -> str:
        return plain(followed.standfirst)

    def editions(self, followed: Series):
        return super().editions(followed).filter(series=followed)


class HistoryFeed(EditionFeed):
    """Editions as what they changed: one entry each, which leads to the difference."""

    def editions(self, followed):
        return Edition.objects.readable()

    def items(self, followed):
        return self.editions(followed).for_page().newest_first()[:NEWEST]

    def item_title(self, item: Edition) -> str:
        return plain(f"{'Correction: ' if item.is_correction else ''}{item}")

    def item_description(self, item: Edition) -> str:
        return plain(item.note or ("First published." if item.number == 1 else "No note."))

    def item_link(self, item: Edition) -> str:
        if item.predecessor is None:
            return at(item.get_absolute_url())
        return at(reverse("changes", args=[item.article.slug, item.predecessor, item.number]))

    def item_guid(self, item: Edition) -> str:
        return permanent(item)

    def item_pubdate(self, item: Edition):
        return item.live_from


class CorrectionsFeed(HistoryFeed):
    title = f"Corrections · {settings.SITE_NAME}"
    description = "Mistakes in articles that were put right."

    def link(self) -> str:
        return at(reverse("corrections"))

    def editions(self, followed):
        return super().editions(followed).corrections()


class ArticleFeed(FollowedFeed, HistoryFeed):
    kind = Article

    def get_object(self, request: HttpRequest, slug: str) -> Edition:
        """As it reads today: the manuscript’s own title is not for readers."""
        return Edition.objects.live().for_lists().get(article__slug=slug)

    def title(self, followed: Edition) -> str:
        return plain(f"{followed.title}: editions · {settings.SITE_NAME}")

    def description(self, followed: Edition) -> str:
        return plain(f"Every edition of “{followed.title}”, and what it changed.")

    def link(self, followed: Edition) -> str:
        return at(reverse("editions", args=[followed.article.slug]))

    def feed_guid(self, followed: Edition) -> str:
        return f"{permanent(followed.article)}/editions"

    def editions(self, followed: Edition):
        return super().editions(followed).filter(article=followed.article_id)
