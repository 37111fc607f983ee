from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.clock import clock_at
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
        assert (made.phrase, made.other) == ("is a major customer of", smic)
        assert (made.seen_from(smic).phrase, made.other) == (
            "counts among its major customers",
            huawei,
        )

    def test_is_told_in_the_past_once_it_is_over(self, firms):
        over = cast.relation(firms[0], "customer-of", firms[1], until="2020")
        assert str(over) == "Huawei was a major customer of SMIC"
        assert over.seen_from(firms[1]).phrase == "counted among its major customers"

    def test_is_told_in_the_present_while_its_end_is_still_to_come(self, firms):
        ending = cast.relation(firms[0], "customer-of", firms[1], until="2020-11")
        with clock_at(datetime(2020, 11, 30, tzinfo=UTC)):
            assert ending.phrase == "is a major customer of"

    def test_is_over_when_the_day_is_over_where_the_site_is(self, firms):
        ending = cast.relation(firms[0], "customer-of", firms[1], until="2020-11")
        with timezone.override("Asia/Shanghai"), clock_at(datetime(2020, 11, 30, 17, tzinfo=UTC)):
            assert ending.phrase == "was a major customer of"

    def test_is_told_anew_to_who_read_it_before_midnight(self, client, firms):
        cast.relation(firms[0], "customer-of", firms[1], until="2020-11-30")
        with clock_at(datetime(2020, 11, 30, 23, 59, tzinfo=UTC)):
            before = client.get("/entities/huawei/")
        with clock_at(datetime(2020, 12, 1, tzinfo=UTC)):
            after = client.get("/entities/huawei/", headers={"If-None-Match": before["ETag"]})
        assert before["Cache-Control"] == "public, max-age=60"
        assert (after.status_code, b"Was a major customer of" in after.content) == (200, True)

    @pytest.mark.parametrize(
        ("name", "spelling", "told"),
        [
            ("Extreme light", "extreme light", "extreme light"),
            ("Moore’s law", "Moore’s Law", "Moore’s law"),
            ("imec", "IMEC", "imec"),
            ("工艺", "工艺节点", "工艺"),
        ],
    )
    def test_writes_small_only_what_editors_spell_small(self, firms, name, spelling, told):
        cast.relation(firms[0], "needs", cast.entity(name, "concept", aliases=(spelling,)))
        assert Relation.objects.for_lists().get().other_name == told

    def test_names_a_state_with_the_article_that_its_name_wants(self, firms):
        states = cast.entity("United States", "government", definite=True)
        cast.relation(states, "restricts", firms[0])
        kept = Relation.objects.for_lists().get()
        assert str(kept) == "The United States restricts Huawei"
        assert kept.seen_from(firms[0]).other_name == "the United States"

    def test_begins_with_a_name_as_its_owner_writes_it(self, firms):
        assert str(cast.relation(cast.entity("imec"), "works-with", firms[0])).startswith("imec ")

    def test_writes_a_noun_with_the_article_small(self, firms):
        shortage = cast.entity("Chip shortage", "concept", aliases=("chip shortage",), definite=True)
        cast.relation(firms[0], "faces", shortage)
        assert Relation.objects.for_lists().get().other_name == "the chip shortage"

    def test_joins_only_kinds_that_its_words_fit(self, firms):
        person = cast.entity("Ren", kind="person")
        odd = Relation(subject=firms[0], kind="founded", object=person)
        with pytest.raises(ValidationError, match="“founded” does not join company and person"):
            odd.full_clean()


def test_what_has_no_phase_comes_first_on_every_database():
    cast.event("later", when="1987")
    cast.event("alone", phase=None, when="2020")
    assert [event.slug for event in Event.objects.in_order_of_time()] == ["alone", "later"]
