"""Corrections, and the feeds of what editions changed."""

import json
from datetime import timedelta
from html import unescape
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from articles.models import Article, Edition
from tests import cast

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "http://127.0.0.1:8000"
LATER = timezone.now() + timedelta(days=1)
HOSTILE = "<script>alert(1)</script> & \x0b"


@pytest.fixture
def corrected() -> Edition:
    return cast.republished(cast.published(), "Put right.", note="It was 2014.", is_correction=True)


def entries(client, address: str) -> list[dict[str, str]]:
    feed = ElementTree.fromstring(client.get(address).content)
    return [
        {
            "title": entry.find(f"{ATOM}title").text,
            "summary": unescape(entry.find(f"{ATOM}summary").text),
            "link": entry.find(f"{ATOM}link").get("href").removeprefix(SITE),
            "id": entry.find(f"{ATOM}id").text,
        }
        for entry in feed.findall(f"{ATOM}entry")
    ]


def titles(client, address: str) -> list[str]:
    return [entry["title"] for entry in entries(client, address)]


class TestTheCorrections:
    def test_have_none_at_first(self, client):
        cast.republished(cast.published(), "More words.", note="More")
        assert "Nothing has been corrected so far" in client.get("/corrections/").content.decode()
        assert titles(client, "/corrections/feed/") == []

    def test_say_what_was_wrong_and_lead_to_the_difference(self, client, corrected):
        shown = client.get("/corrections/").content.decode()
        assert "It was 2014." in shown
        assert 'href="/articles/needs/changes/1..2/"' in shown

    def test_stay_when_the_article_goes_on(self, client, corrected):
        cast.republished(corrected, "Put right, and more.", note="More")
        assert titles(client, "/corrections/feed/") == ["Correction: Needs, edition 2"]

    @pytest.mark.parametrize("hide", [Edition.suppress, lambda edition: edition.article.withdraw()])
    def test_show_none_that_readers_cannot_read(self, client, corrected, hide):
        hide(corrected)
        assert "It was 2014." not in client.get("/corrections/").content.decode()
        assert titles(client, "/corrections/feed/") == []

    def test_show_none_before_its_time(self, client):
        cast.republished(cast.published(), "Put right.", note="Not yet", is_correction=True, at=LATER)
        assert "Not yet" not in client.get("/corrections/").content.decode()
        assert titles(client, "/corrections/feed/") == []

    def test_escape_what_an_editor_wrote(self, client):
        cast.republished(cast.published(title=HOSTILE), "Put right.", note=HOSTILE, is_correction=True)
        assert "<script>alert" not in client.get("/corrections/").content.decode()
        assert entries(client, "/corrections/feed/")[0]["summary"] == HOSTILE.replace("\x0b", " ")

    @pytest.mark.parametrize("page", ["0", "2", "x", "9" * 30])
    def test_have_no_page_that_is_not_there(self, client, page):
        assert client.get(f"/corrections/?page={page}").status_code == 404


class TestACorrectedArticle:
    def test_says_so_where_it_says_when_it_was_published(self, client, corrected):
        shown = client.get("/articles/needs/").content.decode()
        assert '<a href="#the_editions">corrected</a>' in shown
        assert "It was 2014." in shown.split('id="the_editions"')[1]

    def test_says_it_no_more_once_another_edition_follows(self, client, corrected):
        cast.republished(corrected, "More.", note="More")
        assert "corrected</a>" not in client.get("/articles/needs/").content.decode()

    def test_says_it_in_its_history(self, client, corrected):
        assert "Correction: It was 2014." in client.get("/articles/needs/editions/").content.decode()
        assert "Correction: “It was 2014.”" in client.get("/articles/needs/changes/1..2/").content.decode()


class TestTheFeedOfAnArticle:
    ADDRESS = "/articles/needs/editions/feed/"

    def test_has_an_entry_for_each_edition_with_what_it_changed(self, client, corrected):
        cast.republished(corrected, "Put right, and more.")
        cast.published("other", "Of another.")
        found = entries(client, self.ADDRESS)
        assert [(entry["title"], entry["summary"], entry["link"]) for entry in found] == [
            ("Needs, edition 3", "No note.", "/articles/needs/changes/2..3/"),
            ("Correction: Needs, edition 2", "It was 2014.", "/articles/needs/changes/1..2/"),
            ("Needs, edition 1", "First published.", "/articles/needs/editions/1/"),
        ]
        assert len({entry["id"] for entry in found}) == 3

    def test_says_the_same_as_json(self, client, corrected):
        items = json.loads(client.get("/articles/needs/editions/feed.json").content)["items"]
        assert [item["id"] for item in items] == [entry["id"] for entry in entries(client, self.ADDRESS)]

    def test_is_called_what_readers_know_it_as(self, client, corrected):
        Article.objects.update(title="A secret title")
        assert "secret" not in client.get(self.ADDRESS).content.decode()

    def test_leads_to_pages_that_are_there(self, client, corrected):
        for entry in entries(client, self.ADDRESS):
            assert client.get(entry["link"]).status_code == 200

    def test_leaves_out_what_is_scheduled_or_hidden(self, client, corrected):
        cast.republished(corrected, "Tomorrow.", note="Tomorrow", at=LATER)
        Edition.objects.get(number=1).suppress()
        assert titles(client, self.ADDRESS) == ["Correction: Needs, edition 2"]

    def test_follows_its_article_and_goes_with_it(self, client, corrected):
        cast.move(corrected.article, "wants")
        assert client.get(self.ADDRESS)["Location"] == "/articles/wants/editions/feed/"
        corrected.article.withdraw()
        assert client.get("/articles/wants/editions/feed/").status_code == 410
