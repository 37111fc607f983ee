"""Every list and every form of the desk: the same number of queries for three things as for thirty, and no hostile search fails."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from taggit.models import Tag

from articles.models import Article, Edition, Series, Source
from chipduo.models import User
from entities.models import Entity, Event, Evidence, Fact, LinkDecision, Phase, Relation
from tests import cast
from tests.desk import at_the_desk

pytestmark = pytest.mark.django_db

HOSTILE = [
    "a " * 500,
    '"' * 900,
    "' OR 1=1 --",
    "%_\\",
    "x" * 1000,
    "\ufffe\u202e",
    "é" * 500,
    '"unclosed phrase',
]


def fill(first: int, last: int) -> None:
    for n in range(first, last):
        cast.published(f"article-{n}", f"Words {n}.\n\nMore.", tags=(f"tag {n}",))
        made = cast.entity(f"Entity {n}", tags=(f"tag {n}",))
        cast.event(f"event-{n}", entities=(made,), phase=cast.phase(f"phase-{n}", n + 10), tags=(f"tag {n}",))
        cast.relation(hub(), "customer-of", made)
        Series.objects.create(slug=f"series-{n}", title=f"Series {n}")
        LinkDecision.objects.create(
            article=Article.objects.get(slug=f"article-{n}"), surface="Words", entity=made
        )
        User.objects.create_user(f"user-{n}")
        cast.quoted(hub_event(), Article.objects.get(slug=f"article-{n}").live_edition, f"Words {n}.")
        Evidence.objects.create(event=hub_event(), source=cast.source(f"source-{n}"))
        fact = Fact.objects.create(entity=hub(), label="Founded", value=str(n))
        Evidence.objects.create(fact=fact, source=cast.source(f"source-{n}"))


def hub() -> Entity:
    return Entity.objects.filter(slug="hub").first() or cast.entity("Hub")


def hub_event() -> Event:
    return Event.objects.filter(slug="hub-event").first() or cast.event(
        "hub-event", phase=cast.phase("hub", 500)
    )


def queries(desk, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert desk.get(address).status_code == 200, address
    return len(captured)


@pytest.fixture
def desk():
    client = at_the_desk("root")
    User.objects.update(is_superuser=True)
    return client


def lists() -> list[str]:
    return [
        reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        for model in admin.site._registry
    ]


def forms() -> list[str]:
    relation, article = Relation.objects.first(), Article.objects.first()
    return [
        reverse("admin:entities_entity_change", args=[hub().pk]),
        reverse("admin:entities_event_change", args=[hub_event().pk]),
        reverse("admin:entities_relation_change", args=[relation.pk]),
        reverse("admin:articles_article_change", args=[article.pk]),
        reverse("admin:articles_edition_change", args=[article.live_edition.pk]),
        reverse("admin:entities_phase_change", args=[Phase.objects.first().pk]),
    ]


def forms_without_many_rows() -> list[str]:
    """Each kind of thing: its form when one is made, and that of one below which nothing is added as the site grows."""
    addresses = []
    for model in (Article, Edition, Entity, Event, LinkDecision, Phase, Relation, Series, Source, Tag):
        address = f"/admin/{model._meta.app_label}/{model._meta.model_name}"
        own = model._default_manager.exclude(pk__in=[hub().pk] if model is Entity else [])
        own = own.exclude(pk__in=[hub_event().pk] if model is Event else [])
        addresses.append(f"{address}/{own.order_by('pk').first().pk}/change/")
        if model is not Edition:
            addresses.append(f"{address}/add/")
    return addresses


def asked_and_offered(desk, address: str) -> tuple[int, int]:
    """How many queries it takes, and how many choices its selects offer."""
    with CaptureQueriesContext(connection) as captured:
        page = desk.get(address)
    assert page.status_code == 200, address
    return len(captured), page.text.count("<option")


class TestForms:
    def test_ask_and_offer_no_more_when_there_are_three_times_as_many_of_everything(self, desk):
        fill(0, 4)
        addresses = forms_without_many_rows()
        for address in addresses:
            desk.get(address)
        few = {address: asked_and_offered(desk, address) for address in addresses}
        fill(4, 12)
        assert {address: asked_and_offered(desk, address) for address in addresses} == few


class TestQueries:
    def test_are_as_many_for_thirty_as_for_three(self, desk):
        fill(0, 3)
        for address in lists() + forms():
            desk.get(address)
        few = {address: queries(desk, address) for address in lists() + forms()}
        fill(3, 30)
        many = {address: queries(desk, address) for address in few}
        assert many == few


class TestHostileSearch:
    @pytest.mark.parametrize("words", HOSTILE)
    def test_finds_nothing_and_fails_nowhere(self, desk, words):
        fill(0, 1)
        for address in lists():
            assert desk.get(address, {"q": words}).status_code == 200, address

    @pytest.mark.parametrize(
        "query",
        [
            "p=x",
            "p=99",
            "o=99.x",
            "all=",
            "live_from__year=9998&live_from__month=99",
            "nonsense=1",
            "kind__exact=\u202e",
            "e=1",
            "_to_field=slug",
        ],
    )
    def test_no_other_parameter_fails_a_list(self, desk, query):
        for address in lists():
            assert desk.get(f"{address}?{query}", follow=True).status_code in {200, 400}, address

    @pytest.mark.parametrize("pk", ["0", "x", "9" * 30, "-1", "1_5F1", "%2e%2e"])
    def test_no_number_of_a_thing_fails_its_page(self, desk, pk):
        for address in lists():
            assert desk.get(f"{address}{pk}/change/").status_code in {302, 404}, address
            assert desk.get(f"{address}{pk}/history/").status_code in {200, 302, 404}, address

    def test_autocomplete_takes_anything(self, desk):
        for words in HOSTILE:
            asked = {
                "app_label": "entities",
                "model_name": "relation",
                "field_name": "subject",
                "term": words,
            }
            assert desk.get("/admin/autocomplete/", asked).status_code == 200
