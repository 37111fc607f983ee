"""What a feed is written as: Atom (RFC 4287) and JSON Feed 1.1 (jsonfeed.org), at addresses of the site's own."""

import json
from datetime import UTC, datetime
from html import escape
from typing import Any
from urllib.parse import urlsplit

from django.utils.feedgenerator import Atom1Feed, SyndicationFeed, rfc3339_date

from articles.addresses import at
from articles.jsonld import filled_in

VERSION = "https://jsonfeed.org/version/1.1"


class StillFeed(SyndicationFeed):
    """The same bytes as long as nothing changed, whatever host it was asked under."""

    def __init__(self, *args, feed_url: str, **kwargs) -> None:
        super().__init__(*args, feed_url=at(urlsplit(feed_url).path), **kwargs)

    def latest_post_date(self) -> datetime:
        """Django's own says "now" for a feed with nothing in it, which would then never be the same twice."""
        return super().latest_post_date() if self.items else datetime.fromtimestamp(0, UTC)


class AtomFeed(StillFeed, Atom1Feed):
    def add_item(self, title: str, link: str, description: str, **kwargs) -> None:
        """Django says of a summary that it is HTML; ours is plain text, and "a < b" has to stay that."""
        super().add_item(title, link, escape(description), **kwargs)


class JsonFeed(StillFeed):
    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile, encoding: str) -> None:
        outfile.write(json.dumps(self.document(), ensure_ascii=False).encode(encoding))

    def document(self) -> dict[str, Any]:
        feed = self.feed
        return {
            **filled_in(
                version=VERSION,
                title=feed["title"],
                description=feed["description"],
                home_page_url=feed["link"],
                feed_url=feed["feed_url"],
                language=feed["language"],
            ),
            "items": [entry(item) for item in self.items],
        }


def entry(item: dict[str, Any]) -> dict[str, Any]:
    """One must have a text; ours leads to the page that does, and says of it what the page says at its head."""
    return filled_in(
        id=item["unique_id"],
        url=item["link"],
        title=item["title"],
        content_text=item["description"] or item["title"],
        date_published=rfc3339_date(item["pubdate"]),
        date_modified=rfc3339_date(item["updateddate"]),
        authors=[{"name": item["author_name"]}],
    )
