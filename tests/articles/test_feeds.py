import re
from datetime import datetime
from html import unescape

import pytest

from articles.models import Article, Series
from entities.models import Entity
from tests import cast
from tests.articles.feeds_read import (
    ATOM,
    JSON_FEEDS,
    LATER,
    PERMANENT,
    SITE,
    entries,
    in_every_feed,
    one,
    read,
)

pytestmark = pytest.mark.django_db
FEEDS = ["/feed/", "/series/duo/feed/", "/entities/huawei/feed/", "/tags/chips/feed/"]


@pytest.fixture
def article():
    return in_every_feed()


def titles(client, address: str) -> list[str]:
    return [one(entry, "title").text for entry in entries(client, address)]


@pytest.mark.parametrize("address", FEEDS)
class TestEveryFeed:
    def test_has_what_rfc_4287_asks_of_a_feed(self, client, article, address):
        feed = read(client, address)
        assert feed.tag == f"{ATOM}feed"
        assert re.fullmatch(rf"{PERMANENT}|{SITE}/\S*", one(feed, "id").text)
        assert one(feed, "title").text.endswith("chipduo")
        assert datetime.fromisoformat(one(feed, "updated").text).tzinfo
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
        assert links["self"] == SITE + address
        assert links["alternate"].startswith(SITE + "/")

    def test_has_what_rfc_4287_asks_of_an_entry(self, client, article, address):
        (entry,) = entries(client, address)
        assert re.fullmatch(PERMANENT, one(entry, "id").text)
        assert one(entry, "link").get("href") == f"{SITE}/articles/needs/"
        assert one(entry, "title").text == "Needs"
        assert one(entry, "summary").text == "Who orders."
        assert one(one(entry, "author"), "name").text == "chipduo"
        assert datetime.fromisoformat(one(entry, "updated").text).tzinfo
        assert datetime.fromisoformat(one(entry, "published").text).tzinfo

    def test_has_each_article_once_as_it_is_now(self, client, article, address):
        Article.objects.update(title="Wants")
        cast.republished(article.live_edition, "Huawei still orders. Huawei pays.")
        (entry,) = entries(client, address)
        assert one(entry, "title").text == "Wants"
        assert one(entry, "updated").text >= one(entry, "published").text

    def test_has_nothing_that_is_scheduled(self, client, article, address):
        Article.objects.update(title="Tomorrow")
        cast.republished(article.live_edition, "Huawei ordered.", at=LATER)
        assert titles(client, address) == ["Needs"]

    def test_leads_to_pages_that_are_there(self, client, article, address):
        feed = read(client, address)
        for link in feed.iter(f"{ATOM}link"):
            assert client.get(link.get("href").removeprefix(SITE)).status_code == 200

    @pytest.mark.parametrize(
        "odd", ['<b>A&B</b> ]]> "it\'s"', "华为 🏭", "A line\x0bbroken by\x0c hand\x08", "</title><script>"]
    )
    def test_escapes_what_it_says(self, client, article, address, odd):
        Article.objects.update(title=odd, standfirst=odd, byline=odd)
        cast.republished(article.live_edition, "Huawei orders.")
        (entry,) = entries(client, address)
        said = odd.translate(dict.fromkeys(b"\x08\x0b\x0c", " "))
        assert one(entry, "title").text == said
        assert one(entry, "summary").get("type") == "html"
        assert unescape(one(entry, "summary").text) == said
        assert "<" not in one(entry, "summary").text
        assert one(one(entry, "author"), "name").text == said


class TestAnEntry:
    @pytest.mark.parametrize("address", FEEDS)
    def test_keeps_its_id_when_its_address_changes(self, client, article, address):
        (before,) = entries(client, address)
        cast.move(article, "wants")
        (after,) = entries(client, address)
        assert one(before, "id").text == one(after, "id").text
        assert one(after, "link").get("href") == f"{SITE}/articles/wants/"


class TestTheSitesFeed:
    def test_begins_with_the_newest(self, client):
        for slug in ("first", "second", "third"):
            cast.published(slug, title=slug)
        cast.republished(Article.objects.get(slug="first").live_edition, "Changed.")
        assert titles(client, "/feed/") == ["first", "third", "second"]
        updated = [one(entry, "updated").text for entry in entries(client, "/feed/")]
        assert updated == sorted(updated, reverse=True)

    def test_is_there_when_nothing_is(self, client):
        assert titles(client, "/feed/") == []

    def test_has_thirty_at_most(self, client):
        for number in range(31):
            cast.published(f"a-{number}", body="Words.")
        assert len(entries(client, "/feed/")) == 30


class TestFeeds:
    def test_hold_what_they_are_about_and_nothing_else(self, client, article):
        cast.published("other", body="Nobody orders.", tags=("phones",))
        assert titles(client, "/feed/") == ["Other", "Needs"]
        assert {tuple(titles(client, address)) for address in FEEDS[1:]} == {("Needs",)}

    @pytest.mark.parametrize("address", FEEDS[1:] + JSON_FEEDS[1:])
    def test_of_what_is_not_public_are_not_found(self, client, address):
        cast.entity("Huawei", public=False)
        series = Series.objects.create(slug="duo", title="The Duo")
        cast.write(tags=("chips",), series=series, part=1).publish(editor=None, at=LATER)
        assert client.get(address).status_code == 404

    @pytest.mark.parametrize("address", FEEDS[1:3])
    def test_follow_what_moves(self, client, article, address):
        thing = article.series if "series" in address else Entity.objects.get()
        cast.move(thing, "moved")
        answer = client.get(address)
        assert answer.status_code == 301
        assert titles(client, answer["Location"]) == ["Needs"]

    @pytest.mark.parametrize("address", JSON_FEEDS[1:3])
    def test_keep_their_form_when_they_follow(self, client, article, address):
        thing = article.series if "series" in address else Entity.objects.get()
        cast.move(thing, "moved")
        assert client.get(address)["Location"].endswith("/moved/feed.json")

    def test_of_tags_in_another_order_lead_to_the_one_address(self, client, article):
        article.tags.add("asia")
        cast.republished(article.live_edition, "Huawei orders.")
        assert client.get("/tags/chips+asia/feed/")["Location"] == "/tags/asia+chips/feed/"
        assert client.get("/tags/chips+asia/feed.json")["Location"] == "/tags/asia+chips/feed.json"
        assert titles(client, "/tags/asia+chips/feed/") == ["Needs"]
