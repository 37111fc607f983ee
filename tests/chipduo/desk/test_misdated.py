import pytest

from entities.evidence.mending import record_claim
from entities.models import Entity, Event, Evidence, Fact, Lifetime, OddQuote
from entities.noticing.dates import renew_all
from entities.recording import record_about
from tests import cast
from tests.desk import edda, sent, text_of

pytestmark = pytest.mark.django_db

LIVES, QUOTES = "/admin/queues/outside-a-life/", "/admin/queues/quoted-dates/"


def founded(entity: Entity, value: str, label: str = "Founded") -> Fact:
    fact = Fact.objects.create(entity=entity, label=label, value=value)
    record_about(entity)
    return fact


class TestOutsideALife:
    @pytest.fixture
    def huawei(self):
        entity = cast.entity("Huawei")
        founded(entity, "1987")
        return entity

    @pytest.mark.parametrize("when", ["1986", "between 1980 and 1985", "31 December 1986"])
    def test_are_events_before_the_beginning(self, huawei, when):
        cast.event("too-early", entities=(huawei,), when=when)
        assert "“Huawei” was not there before 1 January 1987." in text_of(edda().get(LIVES))

    @pytest.mark.parametrize(
        "when", ["1987", "2019", "", "about 1986", "before 1990", "between 1986 and 1988"]
    )
    def test_are_not_events_that_can_have_been_then(self, huawei, when):
        cast.event("in-time", entities=(huawei,), when=when)
        assert "Nothing waits here." in text_of(edda().get(LIVES))

    def test_are_events_after_the_end(self, huawei):
        founded(huawei, "March 2004", "Dissolved")
        cast.event("too-late", entities=(huawei,), when="2005")
        assert "“Huawei” was gone after 31 March 2004." in text_of(edda().get(LIVES))

    def test_go_by_a_dated_founding_too(self):
        ren, huawei = cast.entity("Ren Zhengfei", "person"), cast.entity("Huawei")
        record_claim(cast.relation(ren, "founded", huawei, since="1987"))
        cast.event("too-early", entities=(huawei, ren), when="1986")
        page = text_of(edda().get(LIVES))
        assert page.count("was not there before") == 1

    def test_are_asked_about_again_when_the_fact_is_put_right(self, huawei):
        cast.event("too-early", entities=(huawei,), when="1986")
        Fact.objects.update(value="1985")
        record_about(huawei)
        assert Lifetime.objects.get().begins.year == 1985
        assert "Nothing waits here." in text_of(edda().get(LIVES))

    def test_are_settled_by_not_naming_it(self, huawei):
        event = cast.event("too-early", entities=(huawei, cast.entity("Other")), when="1986")
        desk = edda()
        desk.post(LIVES, {"settle": f"part {event.pk}.{huawei.pk}.1986"})
        assert [entity.name for entity in event.entities.all()] == ["Other"]
        assert "Does not name “Huawei” any more" in text_of(
            desk.get(f"/admin/entities/event/{event.pk}/history/")
        )

    def test_that_were_left_are_asked_about_again_with_another_date(self, huawei):
        event = cast.event("too-early", entities=(huawei,), when="1986")
        desk = edda()
        desk.post(LIVES, {"settle": f"leave {event.pk}.{huawei.pk}.1986"})
        assert "Nothing waits here." in text_of(desk.get(LIVES))
        Event.objects.filter(pk=event.pk).update(when="1985", earliest="1985-01-01", latest="1985-12-31")
        assert "was not there before" in text_of(desk.get(LIVES))


class TestOddlyQuoted:
    WORDS = "In May 2019 Huawei was listed. Nobody knew."

    def event(self, when: str, quote: str = "Huawei was listed", **fields) -> Event:
        made = cast.event("listed", when=when, rests_on=None, **fields)
        cast.quoted(made, cast.published("one", self.WORDS), quote)
        record_claim(made)
        return made

    def test_shows_the_event_and_the_words_with_the_other_date(self):
        self.event("2018")
        assert (
            '<p><span class="quiet">Its words:</span> In <mark>May 2019</mark> Huawei was listed.</p>'
            in text_of(edda().get(QUOTES))
        )

    @pytest.mark.parametrize("when", ["16 May 2019", "2019", "since 2014", ""])
    def test_is_silent_where_the_dates_can_be_one(self, when):
        self.event(when)
        assert not OddQuote.objects.exists()

    def test_is_silent_where_the_title_has_the_date(self):
        self.event("2020", title="A report for 2019")
        assert not OddQuote.objects.exists()

    def test_is_silent_where_the_words_name_no_date(self):
        self.event("2018", "Nobody knew")
        assert not OddQuote.objects.exists()

    def test_dates_the_event_by_the_words_in_one_click(self):
        event = self.event("2018")
        desk = edda()
        desk.post(QUOTES, {"settle": f"date {Evidence.objects.get().pk}.2018"})
        event.refresh_from_db()
        assert (str(event.when), str(event.earliest)) == ("2019-05", "2019-05-01")
        assert "Dated by the words" in text_of(desk.get(f"/admin/entities/event/{event.pk}/history/"))
        assert "Nothing waits here." in text_of(desk.get(QUOTES))

    def test_goes_when_the_date_is_put_right_in_its_form(self):
        event = self.event("2018")
        sent(edda(), f"/admin/entities/event/{event.pk}/change/", when="2019")
        assert not OddQuote.objects.exists()

    def test_takes_the_evidence_away(self):
        self.event("2018")
        edda().post(QUOTES, {"settle": f"remove {Evidence.objects.get().pk}.2018"})
        assert not Evidence.objects.exists()


def test_the_content_of_the_site_has_no_such_event(seeded, db):
    renew_all()
    assert not OddQuote.objects.exists()
    assert "Nothing waits here." in text_of(edda().get(LIVES))
