"""How often each kind of page asks the database: as often for a large site as for a small one, and never for bodies in lists."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from entities.models import Entity, Fact
from entities.recording import record_all
from tests import cast, public_site

pytestmark = pytest.mark.django_db

QUERIES = {
    "/": 13,
    "/articles/": 2,
    "/articles/needs/": 9,
    "/articles/needs.json": 8,
    "/articles/needs.md": 1,
    "/articles/needs/chronology/": 6,
    "/articles/needs/editions/": 3,
    "/articles/needs/editions/feed/": 3,
    "/articles/needs/editions/feed.json": 3,
    "/articles/needs/editions/1/": 4,
    "/articles/needs/editions/1/orders/": 3,
    "/articles/needs/editions/1/orders/1/": 6,
    "/articles/needs/?sentence=1.orders.1": 11,
    "/articles/needs/changes/1..2/": 5,
    "/changes/": 4,
    "/changes/?since=2026-01-01": 4,
    "/changes.json?since=2026-01-01": 1,
    "/corrections/": 2,
    "/corrections/feed/": 1,
    "/corrections/feed.json": 1,
    "/series/duo/": 2,
    "/series/duo/feed/": 3,
    "/entities/": 4,
    "/entities/huawei/": 18,
    "/entities/huawei/?with=smic": 19,
    "/entities/huawei/?order=time": 23,
    "/entities/huawei.json": 13,
    "/entities/huawei/feed/": 3,
    "/entities/huawei/preview/?in=needs": 5,
    "/entities/huawei/facts/feed/": 3,
    "/entities/huawei/facts/feed.json": 3,
    "/entities/huawei/relations/": 5,
    "/relations/": 4,
    "/relations.json": 3,
    "/entities/huawei+smic/": 14,
    "/entities/huawei+smic.json": 14,
    "/connections/": 1,
    "/connections/?from=huawei&to=smic": 2,
    "/timeline/": 12,
    "/timeline/?entity=huawei&tag=chips&from=1980&to=2030": 14,
    "/timeline.json": 6,
    "/embed/timeline/": 2,
    "/oembed/?url=http%3A%2F%2F127.0.0.1%3A8000%2Ftimeline%2F%3Fentity%3Dhuawei": 1,
    "/timeline.csv": 6,
    "/timeline.ics": 6,
    "/timeline.timelinejs.json": 7,
    "/timeline/orders-move/": 5,
    "/tags/": 4,
    "/tags/chips/": 13,
    "/tags/chips+phones/": 13,
    "/tags/chips.json": 5,
    "/tags/chips/feed/": 5,
    "/tags/chips/feed.json": 5,
    "/sources/": 2,
    "/sources/report/": 9,
    "/cards/articles/needs/2.png": 2,
    "/cards/series/duo/1.png": 2,
    "/cards/entities/huawei/1.png": 1,
    "/cards/timeline/orders-move/1.png": 2,
    "/search/": 0,
    "/search/?q=huawei": 9,
    "/search/?q=huawei&kind=event&tag=chips&entity=smic&year=1987": 9,
    "/search.json?q=huawei": 9,
    "/search/suggest.json?q=hua": 6,
    "/opensearch.xml": 0,
    "/articles/needs/?q=huawei": 9,
    "/feed/": 1,
    "/feed.json": 1,
    "/sitemap.xml": 11,
    "/sitemap-articles.xml": 2,
    "/healthz": 1,
    "/robots.txt": 0,
    "/nowhere/": 1,
    "/articles/nowhere/": 4,
    "/articles/withdrawn/": 5,
    "/articles/old-role/": 5,
}

ELSEWHERE = {"/articles/nowhere/", "/articles/withdrawn/", "/articles/old-role/"}
WITHOUT_BODIES = [address for address in QUERIES if not address.endswith(".md") and address not in ELSEWHERE]
BODY = re.compile(r"(edition|article)\W+body\b")


@pytest.fixture(scope="module", autouse=True)
def site(module_db):
    public_site.open_to_readers()


class TestAPage:
    @pytest.mark.parametrize("address", QUERIES)
    def test_asks_as_often_as_it_always_did(self, address):
        asked = queries(address)
        assert len(asked) == QUERIES[address], "\n".join(asked)

    def test_asks_as_often_on_a_large_site(self):
        grow()
        assert {address: len(queries(address)) for address in QUERIES} == QUERIES

    def test_of_an_article_asks_at_most_ten_times(self):
        assert QUERIES["/articles/needs/"] <= 10

    @pytest.mark.parametrize("address", WITHOUT_BODIES)
    def test_that_shows_no_body_asks_for_none(self, address):
        assert not [query for query in queries(address) if BODY.search(query)]


def queries(address: str) -> list[str]:
    """What is asked of the database for a page, once the process remembers what it may."""
    client = Client()
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    # PostgreSQL is also asked what it expects to find, which reads nothing
    return [sql for query in asked.captured_queries if not (sql := query["sql"]).startswith("EXPLAIN")]


def grow() -> None:
    """More of everything that a page can list."""
    huawei, smic = Entity.objects.get(slug="huawei"), Entity.objects.get(slug="smic")
    needs = Article.objects.get(slug="needs").live_edition
    for n in range(6):
        source = cast.source(f"report-{n}").slug
        other = cast.entity(f"Firm{n}", tags=("chips", f"tag-{n}"))
        body = f"Huawei and SMIC buy from Firm{n}.[^{source}]\n\n## Section {n}\n\n" + cast.NEEDS
        cast.published(
            f"more-{n}", body, tags=("chips", "phones", f"tag-{n}"), series=cast.series(), part=10 + n
        )
        cast.published(f"alone-{n}", body, tags=("chips", "phones"))
        event = cast.event(
            f"more-{n}",
            (huawei, smic, other),
            when=f"200{n}",
            tags=("chips", f"tag-{n}"),
            phase=cast.phase(f"p{n}", 10 + n),
        )
        cast.quoted(event, needs, public_site.ORDERS)
        cast.quoted(cast.relation(huawei, "customer-of", other), needs, public_site.ORDERS)
        public_site.supported(Fact.objects.create(entity=huawei, label=f"Fact {n}", value="So"), source)
        huawei.tags.add(f"tag-{n}")
    article = needs.article
    Article.objects.filter(pk=article.pk).update(
        body=article.body
        + "".join(f"\n\n## More {n}\n\nHuawei and Firm{n} and SMIC.[^report]\n" for n in range(6))
    )
    for n in range(3):
        article.publish(editor=None, note=f"Again {n}", is_correction=True)
    record_all()
