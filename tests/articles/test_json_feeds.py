import json
import re
from datetime import datetime

import pytest

from articles.models import Article
from tests import cast
from tests.articles.feeds_read import JSON_FEEDS, LATER, PERMANENT, SITE, entries, in_every_feed, one

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return in_every_feed()


def read_json(client, address: str) -> dict:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/feed+json; charset=utf-8"
    return json.loads(answer.content)


@pytest.mark.parametrize("address", JSON_FEEDS)
class TestEveryJsonFeed:
    def test_has_what_version_1_1_asks_of_a_feed(self, client, article, address):
        feed = read_json(client, address)
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"].endswith("chipduo")
        assert feed["feed_url"] == SITE + address
        assert client.get(feed["home_page_url"].removeprefix(SITE)).status_code == 200
        assert feed["language"] == "en-gb"

    def test_has_what_version_1_1_asks_of_an_entry(self, client, article, address):
        (entry,) = read_json(client, address)["items"]
        assert re.fullmatch(PERMANENT, entry["id"])
        assert entry["url"] == f"{SITE}/articles/needs/"
        assert (entry["title"], entry["content_text"]) == ("Needs", "Who orders.")
        assert entry["authors"] == [{"name": "chipduo"}]
        published, modified = (
            datetime.fromisoformat(entry[name]) for name in ("date_published", "date_modified")
        )
        assert published.tzinfo and published <= modified

    def test_says_the_same_as_the_atom_one(self, client, article, address):
        cast.published("second", "Huawei pays.", tags=("chips",), series=article.series, part=2)
        items = read_json(client, address)["items"]
        atom = entries(client, address.removesuffix(".json") + "/")
        assert [item["id"] for item in items] == [one(entry, "id").text for entry in atom]
        assert len(items) == 2

    def test_has_nothing_that_is_scheduled(self, client, article, address):
        Article.objects.update(title="Tomorrow")
        cast.republished(article.live_edition, "Huawei ordered.", at=LATER)
        assert [item["title"] for item in read_json(client, address)["items"]] == ["Needs"]

    @pytest.mark.parametrize("odd", ['<b>A&B</b> "it\'s"', "华为 🏭", "</script>", "\u2028"])
    def test_says_it_as_it_was_written(self, client, article, address, odd):
        Article.objects.update(title=odd, standfirst=odd)
        cast.republished(article.live_edition, "Huawei orders.")
        (entry,) = read_json(client, address)["items"]
        assert entry["title"] == entry["content_text"] == odd

    def test_has_a_text_where_the_article_has_no_standfirst(self, client, article, address):
        Article.objects.update(standfirst="")
        cast.republished(article.live_edition, "Huawei orders.")
        (entry,) = read_json(client, address)["items"]
        assert entry["content_text"] == "Needs"
