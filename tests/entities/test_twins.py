from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from articles.models import Series
from entities.linking.names_changing import names_changing
from entities.models import Entity, Evidence, Fact
from tests import cast
from tests.entities.shapes import ARTICLE, ENTITY, QUOTED, RELATIONS, SOURCED, TIMELINE, fits

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"
QUOTE = "Huawei orders its chips from SMIC"


@pytest.fixture
def record(client):
    """Something of everything that the data can hold."""
    huawei, smic, _ = cast.duo()
    series = Series.objects.create(slug="duo", title="The Duo")
    body = f"{cast.NEEDS}\nA thought.[^why]\n\n[^why]: Because.\n"
    edition = cast.published(body=body, tags=("chips",), series=series, part=1, standfirst="Why.")
    event = cast.event(entities=(huawei, smic), when="about 2019", tags=("chips",), summary="So it went.")
    relation = cast.relation(huawei, "customer-of", smic, since="2020")
    fact = Fact.objects.create(entity=huawei, label="Founded", value="1987", as_of="2024")
    Evidence.objects.create(fact=fact, source=cast.source())
    for claim in (event, relation, fact):
        cast.quoted(claim, edition, QUOTE)
    huawei.tags.set(["firms"])
    return edition


def read(client, address: str) -> Any:
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    return answer.json()


class TestShapes:
    def test_of_an_article(self, client, record):
        article = read(client, "/articles/needs.json")
        assert fits(article, {**ARTICLE, "passages": list})
        mentions = [passage for passage in article["passages"] if passage["mentions"]]
        assert fits(mentions, ARTICLE["passages"])
        assert {len(passage) for passage in article["passages"]} == {5}

    def test_of_an_entity(self, client, record):
        assert fits(read(client, "/entities/huawei.json"), ENTITY)

    def test_of_the_timeline(self, client, record):
        assert fits(read(client, "/timeline.json"), TIMELINE)

    def test_of_all_relations(self, client, record):
        relations = read(client, "/relations.json")
        assert fits(relations, RELATIONS)
        assert [(one["subject"], one["object"], one["since"]) for one in relations["relations"]] == [
            ("huawei", "smic", "2020")
        ]

    def test_of_evidence_are_both_there(self, client, record):
        (event,) = read(client, "/timeline.json")["events"]
        assert [fits(one, SOURCED) for one in event["evidence"]] == [True, False]
        assert [fits(one, QUOTED) for one in event["evidence"]] == [False, True]

    def test_of_what_has_little_to_say_have_the_same_keys(self, client):
        cast.published("bare", body="Words.")
        cast.entity("Bare")
        cast.event("bare", phase=None)
        assert read(client, "/articles/bare.json").keys() == ARTICLE.keys()
        assert read(client, "/entities/bare.json").keys() == ENTITY.keys()
        (event,) = read(client, "/timeline.json")["events"]
        assert event.keys() == TIMELINE["events"][0].keys()
        assert [event[key] for key in ("when", "when_text", "earliest", "latest", "phase")] == [None] * 5


class TestAnArticle:
    def test_says_what_its_page_says(self, client, record):
        article = read(client, "/articles/needs.json")
        said = [
            article[key]
            for key in ("slug", "title", "standfirst", "url", "series", "part", "edition", "tags")
        ]
        assert said == ["needs", "Needs", "Why.", f"{SITE}/articles/needs/", "duo", 1, 1, ["chips"]]
        assert (
            datetime.fromisoformat(article["published"])
            == datetime.fromisoformat(article["updated"])
            == record.live_from
        )

    def test_counts_its_notes(self, client, record):
        report = {"slug": "report", "title": "Report", "publisher": "The Press", "url": "", "citation": ""}
        assert read(client, "/articles/needs.json")["sources"] == [
            {"number": 1, "note": "", "source": report},
            {"number": 2, "note": "Because.", "source": None},
        ]

    def test_has_mentions_whose_places_are_in_the_text(self, client, record):
        passages = read(client, "/articles/needs.json")["passages"]
        for passage in passages:
            for mention in passage["mentions"]:
                assert passage["text"][mention["start"] : mention["end"]] == mention["surface"]
                assert (f'/entities/{mention["entity"]}/"' in passage["html"]) >= mention["linked"]
        linked = [(one["entity"], one["linked"]) for passage in passages for one in passage["mentions"]]
        assert linked == [("huawei", True), ("tsmc", True), ("huawei", True), ("smic", True), ("smic", True)]


class TestAnEntity:
    def test_says_what_its_page_says(self, client, record):
        huawei = read(client, "/entities/huawei.json")
        assert [huawei[key] for key in ("slug", "name", "kind", "url", "tags", "events")] == [
            *("huawei", "Huawei", "company", f"{SITE}/entities/huawei/"),
            ["firms"],
            ["orders-move"],
        ]
        assert huawei["aliases"] == [{"text": "Huawei", "lang": "en"}, {"text": "华为", "lang": "en"}]
        assert (huawei["facts"][0]["as_of"], huawei["relations"][0]["since"]) == ("2024", "2020")

    def test_is_told_from_either_end(self, client, record):
        ends = {slug: read(client, f"/entities/{slug}.json")["relations"][0] for slug in ("huawei", "smic")}
        assert {slug: (one["phrase"], one["entity"]) for slug, one in ends.items()} == {
            "huawei": ("is a major customer of", "smic"),
            "smic": ("counts among its major customers", "huawei"),
        }

    def test_has_the_sentences_that_name_it(self, client, record):
        (mention,) = read(client, "/entities/tsmc.json")["mentions"]
        assert mention["sentence"] == "It bought chips from TSMC."
        assert mention["url"] == f"{SITE}/articles/needs/#{mention['key']}"

    def test_gives_them_page_by_page(self, client, record, monkeypatch):
        monkeypatch.setattr("entities.views.entity.MENTIONS_PER_PAGE", 1)
        pages = [read(client, f"/entities/huawei.json?page={number}") for number in (1, 2)]
        assert [page["page"] for page in pages] == [1, 2]
        assert pages[0]["pages"] > 1
        assert pages[0]["mentions"] != pages[1]["mentions"]

    @pytest.mark.parametrize("asked", ["0", "99", "two"])
    def test_has_no_page_that_is_not_there(self, client, record, asked):
        assert client.get(f"/entities/huawei.json?page={asked}").status_code == 404


class TestTheTimeline:
    def test_gives_dates_as_they_are_known(self, client, record):
        (event,) = read(client, "/timeline.json")["events"]
        assert (event["when"], event["when_text"]) == ("2019~", "about 2019")
        assert [date.fromisoformat(event[end]) for end in ("earliest", "latest")] == [
            date(2019, 1, 1),
            date(2019, 12, 31),
        ]

    def test_leaves_an_open_end_open(self, client):
        cast.event(when="since 2020")
        (event,) = read(client, "/timeline.json")["events"]
        assert (event["earliest"], event["latest"]) == ("2020-01-01", None)

    def test_narrows_as_the_page_does(self, client, record):
        assert read(client, "/timeline.json?from=2030")["events"] == []
        assert client.get("/timeline.json?from=never").status_code == 400


class TestEvidence:
    def quoted(self, client) -> dict[str, str]:
        return read(client, "/timeline.json")["events"][0]["evidence"][-1]

    def test_leads_to_the_words(self, client, record):
        evidence = self.quoted(client)
        assert (evidence["quote"], evidence["article"], evidence["state"]) == (QUOTE, "needs", "intact")
        number = Evidence.objects.get(event__isnull=False, passage__isnull=False).pk
        assert evidence["url"] == f"{SITE}/articles/needs/?evidence={number}#{evidence['key']}"

    def test_says_when_the_words_changed(self, client, record):
        cast.republished(record, "Nothing of the kind.")
        evidence = self.quoted(client)
        assert evidence["state"] == "removed"
        assert urlsplit(evidence["url"]).path == "/articles/needs/editions/1/"


class TestWhatReadersMustNotKnow:
    """Nothing private or scheduled is in any of the data, by any of its names."""

    TWINS = (
        "/articles/needs.json",
        "/entities/huawei.json",
        "/relations.json",
        "/timeline.json",
        "/tags/chips.json",
    )

    def everything(self, client) -> str:
        return "".join(client.get(address).content.decode() for address in self.TWINS).lower()

    def test_is_not_said(self, client, record):
        before = self.everything(client)
        huawei = Entity.objects.get(slug="huawei")
        secret = cast.entity("Secret Lab", public=False, tags=("chips",))
        cast.event("secret-event", public=False, entities=(huawei,), tags=("chips",))
        cast.event("secret-meeting", entities=(huawei, secret))
        cast.event("secret-rumour", entities=(huawei,), rests_on=None)
        cast.relation(huawei, "works-with", secret)
        Fact.objects.create(entity=huawei, label="Secret", value="Secret")
        later = timezone.now() + timedelta(hours=1)
        scheduled = cast.republished(record, "Huawei has a secret. Secret Lab has it too.", at=later)
        cast.quoted(
            cast.event("secret-of-tomorrow", entities=(huawei,), rests_on=None),
            scheduled,
            "Huawei has a secret",
        )
        cast.write("secret-draft", body="Huawei keeps a secret.", tags=("chips",))
        assert "secret" not in self.everything(client)
        assert self.everything(client) == before

    def test_of_an_entity_that_becomes_private_goes(self, client, record):
        smic = Entity.objects.get(slug="smic")
        with names_changing(smic.pk):
            Entity.objects.filter(pk=smic.pk).update(public=False)
        assert client.get("/entities/smic.json").status_code == 404
        assert "/entities/smic/" not in self.everything(client)
        assert '"smic"' not in self.everything(client)
