from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from entities.models import Entity, Event, Evidence, Fact, Relation
from tests import cast

pytestmark = pytest.mark.django_db
QUOTE = "Huawei orders its chips from SMIC"


@pytest.fixture
def firms():
    return cast.duo()


def event(firms) -> Event:
    return cast.event(entities=firms, rests_on=None)


def relation(firms) -> Relation:
    return firms[0].relations_from.create(kind="customer-of", object=firms[1])


def fact(firms) -> Fact:
    return firms[0].facts.create(label="Supplier", value="SMIC")


@pytest.mark.parametrize("make", [event, relation, fact], ids=lambda make: make.__name__)
class TestAClaim:
    def public(self, claim, at=None) -> bool:
        return type(claim).objects.public(at).filter(pk=claim.pk).exists()

    def test_that_rests_on_nothing_is_not_public(self, firms, make: Callable):
        assert not self.public(make(firms))

    def test_that_rests_on_a_source_is_public(self, firms, make):
        claim = make(firms)
        Evidence.objects.create(**{claim._meta.model_name: claim}, source=cast.source())
        assert self.public(claim)

    def test_that_rests_on_two_things_is_there_once(self, firms, make):
        claim = make(firms)
        for slug in ("report", "filing"):
            Evidence.objects.create(**{claim._meta.model_name: claim}, source=cast.source(slug))
        assert type(claim).objects.public().count() == 1

    def test_that_rests_on_an_article_comes_and_goes_with_it(self, firms, make):
        edition = cast.published()
        claim = make(firms)
        cast.quoted(claim, edition, QUOTE)
        assert self.public(claim)
        edition.article.withdraw()
        assert not self.public(claim)
        cast.republished(edition, cast.NEEDS)
        assert self.public(claim)

    def test_that_rests_on_a_scheduled_article_waits_for_it(self, firms, make):
        begins = timezone.now() + timedelta(hours=1)
        edition = cast.write().publish(editor=None, at=begins)
        claim = make(firms)
        cast.quoted(claim, edition, QUOTE)
        assert not self.public(claim)
        assert self.public(claim, begins)

    def test_that_rests_on_a_withdrawn_article_and_on_a_source_stays(self, firms, make):
        edition = cast.published()
        claim = make(firms)
        cast.quoted(claim, edition, QUOTE)
        Evidence.objects.create(**{claim._meta.model_name: claim}, source=cast.source("filing"))
        edition.article.withdraw()
        assert self.public(claim)

    def test_that_names_what_is_private_is_not_public(self, firms, make):
        claim = make(firms)
        Evidence.objects.create(**{claim._meta.model_name: claim}, source=cast.source())
        Entity.objects.filter(pk=firms[0].pk).update(public=False)
        assert not self.public(claim)


class TestAnEvent:
    def test_that_is_marked_private_is_not_public(self):
        cast.event(public=False)
        assert not Event.objects.public().exists()

    def test_that_names_nobody_is_public(self):
        cast.event()
        assert Event.objects.public().exists()


class TestARelation:
    def test_to_what_is_private_is_not_public(self, firms):
        cast.relation(firms[0], "customer-of", firms[1])
        Entity.objects.filter(pk=firms[1].pk).update(public=False)
        assert not Relation.objects.public().exists()

    def test_is_of_both_its_ends(self, firms):
        huawei, smic, tsmc = firms
        made = cast.relation(huawei, "customer-of", smic)
        assert list(Relation.objects.of(huawei)) == list(Relation.objects.of(smic)) == [made]
        assert not Relation.objects.of(tsmc).exists()

    def test_reads_from_either_end(self, firms):
        huawei, smic, _ = firms
        made = cast.relation(huawei, "customer-of", smic)
        assert (made.phrase_seen_from(huawei), made.other_end(huawei)) == ("is a major customer of", smic)
        assert (made.phrase_seen_from(smic), made.other_end(smic)) == (
            "counts among its major customers",
            huawei,
        )

    def test_joins_only_kinds_that_its_words_fit(self, firms):
        person = cast.entity("Ren", kind="person")
        odd = Relation(subject=firms[0], kind="founded", object=person)
        with pytest.raises(ValidationError, match="“founded” does not join company and person"):
            odd.full_clean()


def test_what_has_no_phase_comes_first_on_every_database():
    cast.event("later", when="1987")
    cast.event("alone", phase=None, when="2020")
    assert [event.slug for event in Event.objects.in_order_of_time()] == ["alone", "later"]
