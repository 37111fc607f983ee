from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given

from entities.timeline.slides import slides
from tests.entities.timeline.timelines import HOSTILE, event, timeline, timelines

OURS = {"p", "a"}


def made(*events: dict, **more) -> dict:
    return slides(timeline(*events), title="The timeline", url="https://x.example/timeline/", **more)


class Elements(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs) -> None:
        self.names.add(tag)


class TestASlide:
    @pytest.mark.parametrize(
        ("when", "start", "end"),
        [
            ("1987", {"year": 1987}, {"year": 1987, "month": 12, "day": 31}),
            ("the 2010s", {"year": 2010}, {"year": 2019, "month": 12, "day": 31}),
            ("between 2014 and 2019", {"year": 2014}, {"year": 2019, "month": 12, "day": 31}),
            ("February 2024", {"year": 2024, "month": 2}, {"year": 2024, "month": 2, "day": 29}),
            ("Q4 2023", {"year": 2023, "month": 10}, {"year": 2023, "month": 12, "day": 31}),
            ("16 May 2019", {"year": 2019, "month": 5, "day": 16}, None),
            ("1 January 2019", {"year": 2019, "month": 1, "day": 1}, None),
            ("since 2014", {"year": 2014, "month": 1, "day": 1}, None),
            ("before 1990", {"year": 1989, "month": 12, "day": 31}, None),
        ],
    )
    def test_is_dated_as_far_as_it_is_known(self, when, start, end):
        (slide,) = made(event(when))["events"]
        assert (slide["start_date"], slide.get("end_date"), slide["display_date"]) == (start, end, when)

    def test_belongs_to_its_phase(self):
        inside, outside = made(event("1987"), event("1988", phase=None, slug="b"))["events"]
        assert inside["group"] == "Rise"
        assert "group" not in outside

    def test_says_when_it_is_more_or_less_than_recorded(self):
        assert "Standing: forecast." in made(event("2030", standing="forecast"))["events"][0]["text"]["text"]

    @pytest.mark.parametrize("text", HOSTILE)
    def test_holds_no_html_but_our_own(self, text):
        (slide,) = made(event("1987", title=text, summary=text))["events"]
        assert Elements(slide["text"]["text"]).names == OURS
        assert not Elements(slide["text"]["headline"]).names


class TestTheSlides:
    def test_count_what_they_leave_out(self):
        assert (
            "1 dated event. 2 undated events are left out."
            in made(event("1987"), event(slug="a"), event(slug="b"))["title"]["text"]["text"]
        )

    def test_have_the_phases_whose_ends_are_known_behind_them(self):
        (era,) = made(eras=[("Rise & fall", date(1987, 1, 1), date(2018, 12, 31))])["eras"]
        assert era == {
            "start_date": {"year": 1987},
            "end_date": {"year": 2018, "month": 12, "day": 31},
            "text": {"headline": "Rise &amp; fall"},
        }

    @given(timelines())
    def test_have_every_dated_event_once(self, told):
        found = slides(told, title="T", url="https://x.example/")["events"]
        assert [slide["unique_id"] for slide in found] == [
            one["slug"] for one in told["events"] if one["when"]
        ]
