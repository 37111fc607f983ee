"""The timeline taken away: the same query string, in every format."""

import csv
import json
from io import StringIO

import pytest
from icalendar import Calendar

from tests import cast
from tests.entities.timeline.test_filter import ODD

pytestmark = pytest.mark.django_db

EXPORTS = ["/timeline.json", "/timeline.csv", "/timeline.ics", "/timeline.timelinejs.json"]
ASKED = [
    "",
    "?entity=huawei",
    "?tag=chips",
    "?from=1980&to=1999",
    "?standing=forecast",
    "?phase=rise&page=3",
    "?from=2900",
]


@pytest.fixture(scope="module", autouse=True)
def site(module_db):
    huawei, smic, _ = cast.duo()
    rise = cast.phase("rise", 2)
    cast.event("founded", (huawei,), when="1987", phase=rise, tags=("chips",))
    cast.event("listed", (smic,), when="17 to 18 March 2004", phase=rise)
    cast.event("grew", (huawei, smic), phase=rise)
    cast.event("open", (huawei,), when="before 1990", phase=rise, tags=("chips",))
    cast.event("hope", (smic,), when="2030", phase=rise, standing="forecast")
    cast.event("hidden", (smic,), when="1990", public=False)


def slugs(client, query: str) -> dict[str, list[str]]:
    """Of the events in each format, in order."""
    data, table, calendar, slides = (client.get(address + query) for address in EXPORTS)
    return {
        "data": [event["slug"] for event in data.json()["events"]],
        "dated": [event["slug"] for event in data.json()["events"] if event["when"]],
        "table": [row["slug"] for row in csv.DictReader(StringIO(table.content.decode(), newline=""))],
        "calendar": [
            str(one["uid"]).split("@")[0] for one in Calendar.from_ical(calendar.content).walk("VEVENT")
        ],
        "slides": [slide["unique_id"] for slide in slides.json()["events"]],
    }


class TestAnExport:
    @pytest.mark.parametrize("query", ASKED)
    def test_has_the_events_that_the_page_has(self, client, query):
        found = slugs(client, query)
        shown = [
            one.slug
            for _, events in client.get(f"/timeline/{query.partition('&page')[0]}").context["chapters"]
            for one in events
        ]
        assert found["data"] == found["table"] == shown
        assert found["calendar"] == found["slides"] == found["dated"]

    @pytest.mark.parametrize("address", EXPORTS)
    @pytest.mark.parametrize(("asked", "reason"), ODD)
    def test_refuses_what_the_page_refuses_in_the_same_words(self, client, address, asked, reason):
        answer = client.get(address, asked)
        assert (answer.status_code, answer.context["reason"]) == (400, reason)

    @pytest.mark.parametrize("address", EXPORTS)
    def test_is_the_same_twice(self, client, address):
        first, second = client.get(address), client.get(address)
        assert first.content == second.content
        assert client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 304

    @pytest.mark.parametrize(
        ("address", "kind"),
        [
            (EXPORTS[0], "application/json"),
            (EXPORTS[1], "text/csv; charset=utf-8; header=present"),
            (EXPORTS[2], "text/calendar; charset=utf-8"),
            (EXPORTS[3], "application/json"),
        ],
    )
    def test_says_what_it_is(self, client, address, kind):
        assert client.get(address)["Content-Type"] == kind

    def test_of_slides_may_be_read_by_the_pages_of_others(self, client):
        assert client.get(EXPORTS[3])["Access-Control-Allow-Origin"] == "*"
        assert not any(
            client.get(address).has_header("Access-Control-Allow-Origin") for address in EXPORTS[:3]
        )

    def test_of_slides_has_the_phases_whose_ends_are_known(self, client):
        cast.event("later", when="2021", phase=_dated_phase())
        (era,) = json.loads(client.get(EXPORTS[3]).content)["eras"]
        assert era["text"]["headline"] == "Later"

    def test_says_which_events_it_has(self, client):
        told = client.get("/timeline.ics?entity=huawei&to=1999").content.decode().replace("\r\n ", "")
        assert "NAME:chipduo: Timeline\\, the events naming Huawei\\, to the year 1999\r\n" in told
        assert "URL:http://127.0.0.1:8000/timeline/?entity=huawei&to=1999\r\n" in told


class TestThePage:
    @pytest.mark.parametrize("address", EXPORTS)
    def test_leads_to_the_export_of_what_it_shows(self, client, address):
        shown = client.get("/timeline/?to=1999&entity=huawei&tag=&odd=1").content.decode()
        assert f'<a href="{address}?entity=huawei&amp;to=1999">' in shown

    def test_names_its_exports_to_machines(self, client):
        shown = client.get("/timeline/?entity=huawei").content.decode()
        for kind, address in (
            ("application/json", EXPORTS[0]),
            ("text/csv", EXPORTS[1]),
            ("text/calendar", EXPORTS[2]),
        ):
            assert f'<link rel="alternate" type="{kind}"' in shown
            assert f'href="{address}?entity=huawei">' in shown


def _dated_phase():
    phase = cast.phase("later", 5)
    phase.when = "2020/2024"
    phase.save()
    return phase
