"""What is written down of changes, by which verbs and saves, and what readers get of it."""

import json
from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse

from entities.merging import merge
from entities.models import Change, Entity, Event, Evidence, Fact, Relation
from entities.recording import record, record_all
from tests import cast
from tests.desk import delete, edda, form_on, sent

pytestmark = pytest.mark.django_db
FEED = "/entities/huawei/facts/feed.json"


def written() -> list[str]:
    return [f"{change.kind} {change.what}" for change in Change.objects.filter(at__isnull=False)]


def in_the_feed(client) -> list[tuple[str, str]]:
    items = json.loads(client.get(FEED).content)["items"]
    return [(item["title"], item["content_text"]) for item in items]


def page_of(claim: Event | Relation | Entity) -> str:
    return reverse(f"admin:entities_{claim._meta.model_name}_change", args=[claim.pk])


@pytest.fixture
def huawei() -> Entity:
    return cast.entity("Huawei")


class TestRecording:
    def test_writes_down_what_is_new(self, huawei):
        cast.event(entities=(huawei,))
        record_all()
        assert written() == ["event added"]

    def test_writes_nothing_where_nothing_changed(self, huawei):
        event = cast.event(entities=(huawei,))
        record_all()
        event.version, event.order = 7, 3
        event.save()
        record_all()
        assert written() == ["event added"]

    def test_says_which_parts_changed(self, huawei):
        event = cast.event(entities=(huawei,), when="1987")
        record_all()
        event.when, event.title = "1988", "Another title"
        event.save()
        cast.quoted(event, cast.published(), "TSMC")
        record_all()
        assert written()[-1] == "event changed: its title, its date, what it rests on"

    def test_waits_until_readers_can_see_it(self, huawei):
        event = cast.event(entities=(huawei,), public=False)
        cast.event("unsupported", (huawei,), rests_on=None)
        record_all()
        assert written() == []
        Event.objects.filter(pk=event.pk).update(public=True)
        record_all()
        assert written() == ["event added"]

    def test_counts_going_back_as_a_change(self, huawei):
        event = cast.event(when="1987")
        for when in ("1987", "1988", "1987"):
            Event.objects.filter(pk=event.pk).update(when=when)
            record(Event.objects.all())
        assert written() == ["event added", "event changed: its date", "event changed: its date"]

    def test_does_not_take_other_words_carried_along_for_a_change(self, huawei):
        event, first = cast.event(rests_on=None), cast.published()
        evidence = cast.quoted(event, first, "It bought chips from TSMC.")
        record_all()
        later = cast.republished(first, cast.NEEDS + "\nMore.\n")
        Evidence.objects.filter(pk=evidence.pk).update(passage=cast.passage(later, "TSMC"))
        record_all()
        assert written() == ["event added"]

    def test_asks_no_more_for_many_than_for_one(self, huawei, django_assert_num_queries):
        for n in range(5):
            cast.event(f"event-{n}", (huawei,))
        with django_assert_num_queries(4):
            record(Event.objects.all())


class TestWhatWasThereBeforeRecordsBegan:
    def test_is_no_news_until_it_changes(self, huawei):
        event = cast.event(entities=(huawei,), when="1987")
        cast.relation(huawei, "works-with", cast.entity("SMIC"))
        import_module("entities.migrations.0007_changes_so_far").take_stock(apps, None)
        record_all()
        assert written() == []
        Event.objects.filter(pk=event.pk).update(when="1988")
        record_all()
        assert written() == ["event changed: its date"]


class TestTheDesk:
    def test_writes_down_an_event_that_it_saves(self, huawei):
        event, desk = cast.event(entities=(huawei,)), edda()
        sent(desk, page_of(event), "_save")
        sent(desk, page_of(event), "_save", summary="More.")
        sent(desk, page_of(event), "_save")
        assert written() == ["event added", "event changed: its summary"]

    def test_writes_down_relations_and_facts_of_an_entity(self, huawei):
        cast.relation(huawei, "works-with", cast.entity("SMIC"))
        fact = Fact.objects.create(entity=huawei, label="Founded", value="1987")
        Evidence.objects.create(fact=fact, source=cast.source())
        record_all()
        sent(
            edda(),
            page_of(huawei),
            "_save",
            **{"facts-0-value": "1988", "relations_from-0-note": "since then"},
        )
        assert sorted(written()[2:]) == ["fact changed: what it says", "relation changed: its note"]

    def test_writes_down_what_an_entity_hid(self, huawei):
        Entity.objects.update(public=False)
        cast.event(entities=(huawei,))
        sent(edda(), page_of(huawei), "_save", public="on")
        assert written() == ["event added"]

    @pytest.mark.parametrize("by", ["its page", "the list"])
    def test_writes_down_what_only_a_deleted_entity_hid(self, huawei, by):
        hidden = cast.entity("Processors", kind="technology", public=False)
        cast.event(entities=(huawei, hidden))
        record_all()
        assert written() == []
        if by == "its page":
            delete(edda(), hidden)
        else:
            desk, chosen = edda(), {"action": "delete_selected", "_selected_action": hidden.pk}
            desk.post(
                "/admin/entities/entity/",
                {**form_on(desk.post("/admin/entities/entity/", chosen)), **chosen},
            )
        assert not Entity.objects.filter(pk=hidden.pk).exists()
        assert written() == ["event added"]

    def test_writes_down_that_an_event_names_one_fewer(self, huawei):
        other = cast.entity("SMIC")
        cast.event(entities=(huawei, other))
        record_all()
        delete(edda(), other)
        assert written() == ["event added", "event changed: whom it names"]


class TestOtherVerbs:
    def test_merging_is_a_change_of_whom_a_claim_names(self, huawei):
        other = cast.entity("Huawei Technologies")
        cast.event(entities=(other,))
        record_all()
        merge([other], huawei)
        assert written() == ["event added", "event changed: whom it names"]

    def test_publishing_brings_what_rests_on_the_words(self):
        first = cast.published()
        first.article.withdraw()
        cast.quoted(cast.event(rests_on=None), first, "TSMC")
        record_all()
        assert written() == []
        first.article.publish(editor=None)
        assert written() == ["event added"]


class TestTheFeedOfAnEntity:
    def test_tells_what_was_added_and_changed_newest_first(self, client, huawei):
        relation = cast.relation(huawei, "works-with", cast.entity("SMIC"))
        cast.event("of-another", (cast.entity("TSMC"),))
        record_all()
        Relation.objects.filter(pk=relation.pk).update(since="2014")
        record_all()
        title = "Huawei works with SMIC"
        assert in_the_feed(client) == [
            (title, "Relation changed: since when"),
            (title, "Relation added"),
        ]

    def test_has_an_event_once_however_many_it_names(self, client, huawei):
        cast.event("together", (huawei, cast.entity("SMIC"), cast.entity("TSMC")))
        record_all()
        assert in_the_feed(client) == [("Together", "Event added")]

    def test_leads_to_where_it_stands(self, client, huawei):
        fact = Fact.objects.create(entity=huawei, label="Founded", value="1987")
        Evidence.objects.create(fact=fact, source=cast.source())
        record_all()
        (item,) = json.loads(client.get(FEED).content)["items"]
        assert item["title"] == "Huawei, Founded: 1987"
        page, _, place = item["url"].removeprefix("http://127.0.0.1:8000").partition("#")
        assert f'id="{place}"' in client.get(page).content.decode()

    def test_never_tells_what_a_claim_said_before(self, client, huawei):
        event = cast.event(entities=(huawei,), summary="A slander.")
        record_all()
        Event.objects.filter(pk=event.pk).update(summary="")
        record_all()
        assert b"slander" not in client.get(FEED).content + client.get("/changes/").content

    def test_forgets_what_is_no_longer_public(self, client, huawei):
        cast.event("hidden", (huawei,))
        record_all()
        Event.objects.update(public=False)
        assert in_the_feed(client) == []

    def test_is_the_same_as_atom(self, client, huawei):
        cast.event("together", (huawei,))
        record_all()
        atom = client.get("/entities/huawei/facts/feed/")
        assert atom["Content-Type"].startswith("application/atom+xml")
        assert b">Event added</summary>" in atom.content
