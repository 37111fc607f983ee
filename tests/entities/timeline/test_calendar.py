from datetime import date

import pytest
from hypothesis import given
from icalendar import Calendar

from entities.timeline.calendar import CONTROLS, calendar
from tests.entities.timeline.timelines import event, timeline, timelines


def made(told: dict, name: str = "The timeline") -> bytes:
    return calendar(told, name=name, url="https://x.example/timeline/", host="x.example")


def entries(*events: dict) -> list:
    return Calendar.from_ical(made(timeline(*events))).walk("VEVENT")


class TestAnEntry:
    @pytest.mark.parametrize(
        ("when", "first", "day_after"),
        [
            ("1987", date(1987, 1, 1), date(1988, 1, 1)),
            ("about 1987", date(1987, 1, 1), date(1988, 1, 1)),
            ("February 2024", date(2024, 2, 1), date(2024, 3, 1)),
            ("16 May 2019", date(2019, 5, 16), date(2019, 5, 17)),
            ("17 to 18 March 2004", date(2004, 3, 17), date(2004, 3, 19)),
            ("since 2014", date(2014, 1, 1), date(2014, 1, 2)),
            ("before 1990", date(1989, 12, 31), date(1990, 1, 1)),
            ("2999", date(2999, 1, 1), date(3000, 1, 1)),
        ],
    )
    def test_lasts_from_the_first_day_to_before_the_day_after_the_last(self, when, first, day_after):
        (entry,) = entries(event(when))
        assert (entry["dtstart"].dt, entry["dtend"].dt) == (first, day_after)

    @pytest.mark.parametrize(
        ("when", "title"),
        [
            ("16 May 2019", "Founded"),
            ("perhaps 16 May 2019", "Founded (perhaps 16 May 2019)"),
            ("about 1987", "Founded (about 1987)"),
            ("since 2014", "Founded (since 2014)"),
        ],
    )
    def test_says_how_well_its_date_is_known(self, when, title):
        assert entries(event(when))[0]["summary"] == title

    @pytest.mark.parametrize(
        ("when", "told"), [("since 2014", "No end is known"), ("before 1990", "No beginning is known")]
    )
    def test_says_which_end_is_open(self, when, told):
        assert told in entries(event(when))[0]["description"]

    def test_says_what_it_rests_on(self):
        told = entries(event("1987", summary="In Shenzhen."))[0]["description"]
        assert told.startswith("In Shenzhen.\nWhen: 1987.\nStanding: recorded.\nRests on: “So it was.”")

    def test_is_tentative_if_it_is_a_forecast(self):
        forecast, recorded = entries(event("2030", standing="forecast"), event("1987", slug="other"))
        assert forecast["status"] == "TENTATIVE"
        assert "status" not in recorded

    def test_is_known_by_its_place_on_the_site(self):
        assert entries(event("1987"))[0]["uid"] == "founded@x.example"


class TestTheCalendar:
    def test_counts_what_it_leaves_out(self):
        told = made(timeline(event("1987"), event(slug="a"), event(slug="b"))).decode().replace("\r\n ", "")
        assert (
            "X-WR-CALDESC:1 dated event\\, each on the days that its date names. 2 undated events are left out"
            in told
        )

    def test_leaves_nothing_out_unsaid_when_all_is_dated(self):
        assert b"left out" not in made(timeline(event("1987")))

    @given(timelines())
    def test_has_every_dated_event_once_in_its_words(self, told):
        found = Calendar.from_ical(made(told)).walk("VEVENT")
        dated = [one for one in told["events"] if one["when"]]
        assert [str(entry["uid"]) for entry in found] == [f"{one['slug']}@x.example" for one in dated]
        for entry, one in zip(found, dated, strict=True):
            title = CONTROLS.sub(" ", one["title"].replace("\r\n", "\n").replace("\r", "\n"))
            assert str(entry["summary"]).startswith(title)
            assert not entry.subcomponents

    @given(timelines())
    def test_is_folded_and_has_no_control_characters(self, told):
        lines = made(told).decode().split("\r\n")
        assert max(len(line.encode()) for line in lines) <= 75
        assert not [line for line in lines if CONTROLS.search(line) or "\n" in line]

    @given(timelines())
    def test_is_the_same_twice(self, told):
        assert made(told) == made(told)

    def test_may_have_any_name(self):
        told = made(timeline(), name="a\r\nBEGIN:VEVENT; b, c").decode()
        assert "X-WR-CALNAME:a\\nBEGIN:VEVENT\\; b\\, c" in told
