"""The band on the pages that have one: the same events as the list, and nothing that readers may not know."""

import re

import pytest

from entities.models import Entity, Event
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def site(module_db):
    huawei, smic, _ = cast.duo()
    rise, ahead = cast.phase("rise", order=5), cast.phase("ahead", order=6)
    cast.event("founded", (huawei,), when="1987", significance=3, phase=rise, tags=("firms",))
    cast.event("listed", (smic,), when="2004-03-18", significance=3, phase=rise, tags=("firms",))
    cast.event("together", (huawei, smic), when="about 2015", significance=3, phase=rise, tags=("firms",))
    cast.event("undated", (smic,), phase=rise, standing="judgement")
    cast.event("outlook", (huawei,), phase=ahead, standing="forecast")
    cast.event("secret", (huawei,), when="1999", significance=3, tags=("firms",))
    Event.objects.filter(slug="secret").update(public=False)


def page(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def picture(client, **asked: str):
    drawn = client.get("/timeline/", asked).context["drawn"]
    return drawn and drawn.picture


def slugs(picture) -> set[str]:
    return {one.url.strip("/").rpartition("/")[2].removeprefix("#event-") for one in picture.happenings}


def marked(html: str) -> list[str]:
    return re.findall(r'<a class="mark [^"]*" href="([^"]+)" aria-label="[^"]+"', html)


class TestThePicture:
    @pytest.mark.parametrize(
        "asked",
        [
            {},
            {"entity": "huawei"},
            {"from": "2000"},
            {"from": "2000", "certainty": "certain"},
            {"tag": "firms", "certainty": "certain"},
        ],
    )
    def test_is_of_the_events_in_the_list(self, client, asked):
        listed = [
            event.slug
            for _, events in client.get("/timeline/", asked).context["chapters"]
            for event in events
        ]
        assert slugs(picture(client, **asked)) == set(listed)

    def test_leads_to_the_place_in_the_list(self, client):
        html = page(client, "/timeline/")
        assert marked(html)
        assert {href for href in marked(html) if f'id="{href[1:]}"' not in html} == set()

    def test_is_not_there_where_nothing_is_dated(self, client):
        assert picture(client, standing="forecast") is None

    def test_has_undated_events_in_their_phase(self, client):
        rise, ahead = picture(client).eras
        assert [one.url for one in rise.undated] == ["#event-undated"]
        assert [one.url for one in ahead.undated] == ["#event-outlook"]

    def test_sets_forecasts_apart(self, client):
        assert [era.is_ahead for era in picture(client).eras] == [False, True]

    def test_has_a_title_and_says_what_its_signs_mean(self, client):
        html = page(client, "/timeline/")
        assert "3 events on a line of time, 1987 to 2015" in html
        assert "hollow is undated" in html
        assert "dashed is a forecast" in html

    def test_of_a_year_counts_what_it_does_not_draw(self, client):
        assert picture(client, scale="year", at="2004").notes[-1] == (
            "Not drawn: 1 before it, 1 after it, 1 without a date."
        )

    def test_has_each_id_once(self, client):
        found = re.findall(r' id="([^"]+)"', page(client, "/timeline/"))
        assert len(found) == len(set(found))


class TestTheScale:
    def test_leads_nearer_and_along_and_keeps_what_was_asked_for(self, client):
        links = client.get("/timeline/?scale=decade&at=2004&tag=firms&page=1").context["drawn"].links
        assert [(link.words, link.url, link.is_here) for link in links.scales] == [
            ("All", "/timeline/?tag=firms#the_band", False),
            ("A decade", "/timeline/?tag=firms&scale=decade&at=2000#the_band", True),
            ("A year", "/timeline/?tag=firms&scale=year&at=2004#the_band", False),
        ]
        assert links.before.url == "/timeline/?tag=firms&scale=decade&at=1980#the_band"
        assert links.after.url == "/timeline/?tag=firms&scale=decade&at=2010#the_band"

    def test_without_a_year_shows_where_most_is(self, client):
        assert picture(client, scale="decade").window.words == "1980 to 1989"

    def test_does_not_narrow_the_list(self, client):
        assert client.get("/timeline/?scale=year&at=2004").context["page"].paginator.count == 5

    @pytest.mark.parametrize(
        ("asked", "reason"),
        [
            ({"scale": "month"}, "The scale is all, decade or year, and not “month”."),
            ({"at": "2004"}, "To look at one year or decade, say which scale: decade or year."),
            (
                {"scale": "all", "at": "2004"},
                "To look at one year or decade, say which scale: decade or year.",
            ),
            *(
                ({"scale": "year", "at": odd}, "A year is a number from 1000 to 2999.")
                for odd in ("999", "3000", "-1", "soon", "2004-03", "9" * 400)
            ),
        ],
    )
    def test_that_cannot_be_meant_is_told(self, client, asked, reason):
        answer = client.get("/timeline/", asked)
        assert answer.status_code == 400
        assert answer.context["reason"] == reason

    @pytest.mark.parametrize("at", ["1000", "2999"])
    def test_may_be_of_a_year_in_which_nothing_happened(self, client, at):
        assert client.get("/timeline/", {"scale": "decade", "at": at}).status_code == 200


class TestASmallBand:
    @pytest.mark.parametrize("address", ["/", "/tags/firms/"])
    def test_has_the_dated_public_events_and_no_others(self, client, address):
        leads = set(marked(page(client, address)))
        assert leads == {"/timeline/founded/", "/timeline/listed/", "/timeline/together/"}

    def test_is_not_drawn_for_one_or_two_dates(self, client):
        assert "<figure" not in page(client, "/entities/smic/")
        cast.event("third", (Entity.objects.get(slug="smic"),), when="2020")
        assert marked(page(client, "/entities/smic/"))
