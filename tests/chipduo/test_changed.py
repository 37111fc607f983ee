"""What changed, for a reader who comes back."""

import re
from datetime import datetime, timedelta
from html import unescape

import pytest
from django.utils import timezone
from django.utils.html import strip_tags

from articles.models import Edition
from entities.models import Change, Event
from entities.recording import record_all
from tests import cast

pytestmark = pytest.mark.django_db
HOSTILE = "<script>alert(1)</script>"


def words(client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return " ".join(unescape(strip_tags(response.content.decode())).split())


def days_ago(days: int) -> datetime:
    return timezone.now() - timedelta(days=days)


@pytest.fixture
def two_days():
    """An article and an event of three days ago, and a correction and a relation of now."""
    huawei, smic, _ = cast.duo()
    first = cast.published()
    cast.event("old-news", (huawei,))
    record_all()
    Change.objects.update(at=days_ago(3))
    second = cast.republished(first, "Put right.", note="It was 2014.", is_correction=True)
    Edition.objects.filter(pk=first.pk).update(live_from=days_ago(3))
    cast.relation(huawei, "customer-of", smic)
    record_all()
    return second


def since(days: int) -> str:
    return f"?since={days_ago(days):%Y-%m-%d}"


class TestWhatChanged:
    def test_is_all_of_it_newest_first(self, client, two_days):
        shown = words(client, "/changes/")
        found = ["Relation added Huawei is a major customer of SMIC", "Correction Needs: It was 2014.",
                 "Event added Old-News", "Article added Needs"]  # fmt: skip
        places = [shown.index(words) for words in found]
        assert max(places[:2]) < min(places[2:])

    def test_is_only_what_came_since(self, client, two_days):
        shown = words(client, f"/changes/{since(1)}")
        assert "2 things changed since" in shown
        assert "Old-News" not in shown

    def test_can_be_nothing(self, client):
        assert "Nothing changed since" in words(client, f"/changes/{since(1)}")

    def test_without_a_day_is_said_by_an_empty_field_too(self, client, two_days):
        assert "Old-News" in words(client, "/changes/?since=")

    def test_leads_to_the_difference_and_to_the_claim(self, client, two_days):
        shown = client.get("/changes/").content.decode()
        assert 'href="/articles/needs/changes/1..2/"' in shown
        assert re.search(r'href="/entities/huawei/#relation_\d+"', shown)

    def test_keeps_the_day_from_page_to_page(self, client):
        for n in range(51):
            cast.event(f"event-{n}")
        record_all()
        shown = client.get(f"/changes/{since(1)}").content.decode()
        assert f"{since(1)}&amp;page=2" in shown
        assert "Page 2 of 2" in words(client, f"/changes/{since(1)}&page=2")

    def test_forgets_what_readers_can_no_longer_see(self, client, two_days):
        two_days.article.withdraw()
        Event.objects.update(public=False)
        shown = words(client, "/changes/")
        assert "Old-News" not in shown and "It was 2014" not in shown
        assert "is a major customer of SMIC" in shown

    def test_escapes_what_editors_wrote(self, client):
        cast.republished(cast.published(title=HOSTILE), "More.", note=HOSTILE)
        cast.event(title=HOSTILE)
        record_all()
        assert HOSTILE not in client.get("/changes/").content.decode()

    @pytest.mark.parametrize(
        "asked", ["x", "2026-02-30", "0001-01-01", "9999-12-31", "%00", "9" * 2000, "<b>"]
    )
    @pytest.mark.parametrize("address", ["/changes/", "/changes.json"])
    def test_refuses_a_day_that_makes_no_sense(self, client, address, asked):
        assert client.get(f"{address}?since={asked}").status_code == 400

    def test_says_why_it_refuses(self, client):
        assert "“soon” is not a day such as" in words(client, "/changes/?since=soon", status=400)

    def test_is_counted_for_a_page_that_says_so(self, client, two_days):
        assert client.get(f"/changes.json{since(1)}").json() == {"count": 2}
        assert client.get("/changes.json").json() == {"count": 4}
