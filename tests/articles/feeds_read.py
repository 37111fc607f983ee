"""What stands in every feed, and how readers’ programs read it."""

from datetime import timedelta
from xml.etree import ElementTree

from django.utils import timezone

from articles.models import Article, Series
from tests import cast

ATOM = "{http://www.w3.org/2005/Atom}"
JSON_FEEDS = ["/feed.json", "/series/duo/feed.json", "/entities/huawei/feed.json", "/tags/chips/feed.json"]
SITE = "http://127.0.0.1:8000"
PERMANENT = r"tag:127\.0\.0\.1,2026:\w+/\d+"
LATER = timezone.now() + timedelta(days=1)


def in_every_feed() -> Article:
    cast.entity("Huawei")
    series = Series.objects.create(slug="duo", title="The Duo")
    edition = cast.published(
        body="Huawei orders.", tags=("chips",), series=series, part=1, standfirst="Who orders."
    )
    return edition.article


def read(client, address: str) -> ElementTree.Element:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)


def one(element: ElementTree.Element, name: str) -> ElementTree.Element:
    (found,) = element.findall(ATOM + name)
    return found


def entries(client, address: str) -> list[ElementTree.Element]:
    return read(client, address).findall(f"{ATOM}entry")
