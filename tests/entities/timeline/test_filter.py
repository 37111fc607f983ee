from datetime import timedelta

import pytest
from django.utils import timezone

from entities.models import Entity, Event
from entities.timeline import filter
from entities.timeline.filter import TimelineFilter
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def events():
    huawei, smic, _ = cast.duo()
    early, late = cast.phase("early", order=2), cast.phase("late", order=3)
    cast.event("founded", (huawei,), when="1987", phase=early, tags=("firms",))
    cast.event("listed", (smic,), when="2004-03-18", phase=early, tags=("markets",), origin="document")
    cast.event("together", (huawei, smic), when="since 2020", phase=late, tags=("Chips", "markets"))
    cast.event("before", when="before 1990", phase=early)
    cast.event("span", when="2014/2019", phase=late, standing="judgement")
    cast.event("undated", (smic,), phase=late, standing="forecast", tags=("chips",))


def shown(**asked: str) -> list[str]:
    chosen = TimelineFilter(asked)
    assert chosen.is_valid(), chosen.errors
    return list(chosen.events().in_order_of_time().values_list("slug", flat=True))


def told(client, **asked: str) -> str:
    answer = client.get("/timeline/", asked)
    assert answer.status_code == 400
    assert client.get("/timeline.json", asked).status_code == 400
    return answer.context["reason"]


def offered(client, **asked: str) -> tuple[list[str], list[str]]:
    form = client.get("/timeline/", asked).context["filter"]
    return tuple([slug for slug, _ in form.fields[name].choices if slug] for name in ("entity", "tag"))


ANSWERS = [
    ({}, ["before", "founded", "listed", "undated", "span", "together"]),
    ({"entity": "huawei"}, ["founded", "together"]),
    ({"entity": "smic"}, ["listed", "undated", "together"]),
    ({"tag": "chips"}, ["undated", "together"]),
    ({"tag": "markets"}, ["listed", "together"]),
    ({"phase": "late"}, ["undated", "span", "together"]),
    ({"standing": "forecast"}, ["undated"]),
    ({"standing": "recorded"}, ["before", "founded", "listed", "together"]),
    ({"origin": "document"}, ["listed"]),
    ({"from": "2004"}, ["listed", "span", "together"]),
    ({"from": "2005"}, ["span", "together"]),
    ({"from": "2020"}, ["together"]),
    ({"from": "2999"}, ["together"]),
    ({"to": "1987"}, ["before", "founded"]),
    ({"to": "1986"}, ["before"]),
    ({"from": "1989", "to": "1989"}, ["before"]),
    ({"from": "1990", "to": "2003"}, []),
    ({"from": "2016", "to": "2016"}, ["span"]),
    ({"from": "2004", "to": "2004"}, ["listed"]),
    ({"from": "1000", "to": "2999"}, ["before", "founded", "listed", "span", "together"]),
    ({"from": "2004", "certainty": "possible"}, ["listed", "span", "together"]),
    ({"from": "2004", "certainty": "certain"}, ["listed", "span"]),
    ({"from": "2016", "to": "2016", "certainty": "certain"}, []),
    ({"to": "1987", "certainty": "certain"}, ["founded"]),
    ({"certainty": "certain"}, ["founded", "listed", "span"]),
    ({"certainty": "possible"}, None),
    ({"certainty": ""}, None),
    (
        {"entity": "smic", "tag": "markets", "phase": "late", "from": "2020", "standing": "recorded"},
        ["together"],
    ),
    ({"entity": "huawei", "phase": "early", "to": "1986"}, []),
    ({"entity": "", "tag": "", "phase": "", "standing": "", "origin": "", "from": "", "to": ""}, None),
    ({"unheard": "of"}, None),
]


class TestAFilter:
    @pytest.mark.parametrize(("asked", "answer"), ANSWERS)
    def test_shows(self, asked, answer):
        assert shown(**asked) == (ANSWERS[0][1] if answer is None else answer)

    def test_shows_nothing_that_readers_may_not_know(self):
        Event.objects.filter(slug="founded").update(public=False)
        Event.objects.get(slug="listed").evidence.all().delete()
        assert shown() == ["before", "undated", "span", "together"]

    @pytest.mark.parametrize(
        ("asked", "narrows"),
        [
            ({}, False),
            ({"entity": ""}, False),
            ({"certainty": "possible"}, False),
            ({"from": "2004"}, True),
            ({"tag": "chips"}, True),
            ({"certainty": "certain"}, True),
        ],
    )
    def test_knows_whether_it_narrows(self, asked, narrows):
        chosen = TimelineFilter(asked)
        assert chosen.is_valid()
        assert chosen.is_narrowing == narrows

    def test_says_in_words_what_was_asked_for(self):
        chosen = TimelineFilter({"entity": "smic", "standing": "judgement", "from": "2004"})
        assert chosen.is_valid()
        assert chosen.why == ["naming SMIC", "marked as the article’s judgement", "from the year 2004"]

    @pytest.mark.parametrize(
        ("asked", "why"),
        [
            ({"certainty": "certain"}, ["dated beyond doubt"]),
            ({"certainty": "certain", "to": "2004"}, ["to the year 2004", "surely in these years"]),
            ({"certainty": "possible", "to": "2004"}, ["to the year 2004"]),
        ],
    )
    def test_says_whether_it_has_to_be_certain(self, asked, why):
        chosen = TimelineFilter(asked)
        assert chosen.is_valid()
        assert chosen.why == why

    @pytest.mark.parametrize("when", ["about 1987", "perhaps 1987", "1987%", "[1987..1988]", "since 1987"])
    def test_is_certain_of_no_date_that_is_not(self, when):
        cast.event("doubtful", when=when)
        assert "doubtful" in shown(**{"from": "1987", "to": "1987"})
        assert "doubtful" not in shown(**{"from": "1987", "to": "1987", "certainty": "certain"})

    def test_offers_what_most_events_name_and_what_was_asked_for_and_takes_any_other(
        self, client, monkeypatch
    ):
        monkeypatch.setattr(filter, "MOST_OFFERED", 1)
        cast.event("again", (Entity.objects.get(slug="smic"),), tags=("markets",))
        assert offered(client) == (["smic"], ["markets"])
        assert offered(client, entity="huawei", tag="firms") == (["huawei", "smic"], ["firms", "markets"])

    def test_offers_nobody_whom_only_hidden_events_name(self, client):
        Event.objects.filter(slug="founded").update(public=False)
        Event.objects.filter(slug="together").update(public=False)
        assert offered(client) == (["smic"], ["chips", "markets"])

    @pytest.mark.parametrize("ending", ["json", "csv", "ics", "timelinejs.json"])
    def test_holds_for_what_is_taken_away(self, client, ending):
        asked = {"from": "2004", "certainty": "certain"}
        taken = client.get(f"/timeline.{ending}", asked).content.decode()
        assert "/timeline/span/" in taken
        assert "/timeline/together/" not in taken


ODD = [
    ({"entity": "nobody"}, "There is no entity called “nobody” on the timeline."),
    ({"entity": "tsmc"}, "There is no entity called “tsmc” on the timeline."),
    ({"tag": "nothing"}, "There is no tag called “nothing” on the timeline."),
    ({"phase": "response"}, "There is no phase called “response” on the timeline."),
    ({"standing": "sure"}, "There is no standing called “sure” on the timeline."),
    ({"origin": "1"}, "There is no origin called “1” on the timeline."),
    ({"certainty": "sure"}, "There is no certainty called “sure” on the timeline."),
    *(
        ({end: odd}, "A year is a number from 1000 to 2999.")
        for end in ("from", "to")
        for odd in ("soon", "999", "3000", "-2000", "1e3", "2004.5", "9" * 400)
    ),
    ({"from": "2020", "to": "2019"}, "2020 comes after 2019: no event can be in both."),
]


class TestWhatCannotBeMeant:
    @pytest.mark.parametrize(("asked", "reason"), ODD)
    def test_is_told_in_plain_words(self, client, asked, reason):
        assert told(client, **asked) == reason

    def test_is_told_all_at_once(self, client):
        assert told(client, entity="nobody", to="soon") == (
            "There is no entity called “nobody” on the timeline. A year is a number from 1000 to 2999."
        )

    def test_is_never_repeated_as_html(self, client):
        assert b"<script>" not in client.get("/timeline/", {"entity": "<script>"}).content

    @pytest.mark.parametrize("name", ["hidden", "hidden-tag", "hidden-phase"])
    def test_says_nothing_of_what_is_private_or_scheduled(self, client, name):
        hidden = cast.entity("Hidden", public=False)
        later = cast.write(body="Words.").publish(editor=None, at=timezone.now() + timedelta(hours=1))
        phase = cast.phase("hidden-phase", order=9)
        cast.event("secret", (hidden,), tags=("hidden-tag",), phase=phase)
        cast.quoted(cast.event("later", phase=phase, tags=("hidden-tag",), rests_on=None), later, "Words")
        for field in ("entity", "tag", "phase"):
            assert told(client, **{field: name}) == f"There is no {field} called “{name}” on the timeline."


class TestThePage:
    def test_has_its_events_in_chapters(self, client):
        chapters = client.get("/timeline/").context["chapters"]
        assert [(phase.slug, [event.slug for event in events]) for phase, events in chapters] == [
            ("early", ["before", "founded", "listed"]),
            ("late", ["undated", "span", "together"]),
        ]

    @pytest.mark.parametrize("page", ["0", "-1", "abc", "2", str(10**9)])
    def test_has_only_the_pages_it_has(self, client, page):
        assert client.get("/timeline/", {"page": page}).status_code == 404

    def test_with_nothing_to_show_says_so(self, client):
        answer = client.get("/timeline/", {"from": "1990", "to": "2003"})
        assert answer.status_code == 200
        assert answer.context["chapters"] == []

    def test_says_of_each_event_why_it_is_among_the_years(self, client):
        html = client.get("/timeline/", {"from": "2016", "to": "2020"}).content.decode()
        assert "Its date, from 2014 to 2019, reaches into 2016 to 2020." in html
        assert "Its date, since 2020, reaches into 2016 to 2020." in html

    def test_says_nothing_of_years_when_none_are_asked_for(self, client):
        assert "Its date," not in client.get("/timeline/", {"entity": "smic"}).content.decode()

    def test_of_an_event_is_there_moves_and_hides(self, client):
        event = Event.objects.get(slug="founded")
        assert client.get("/timeline/founded/").status_code == 200
        cast.move(event, "founding")
        assert client.get("/timeline/founded/?x=1")["Location"] == "/timeline/founding/?x=1"
        Event.objects.update(public=False)
        for slug in ("founded", "founding", "never-was"):
            assert client.get(f"/timeline/{slug}/").status_code == 404
