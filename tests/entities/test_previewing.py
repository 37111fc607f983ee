from datetime import date

import pytest

from entities.models import Entity
from entities.previewing import MOST_TIES, Preview
from tests import cast

pytestmark = pytest.mark.django_db

TODAY = date(2021, 1, 1)


@pytest.fixture
def edition():
    """Names all three, of whom Huawei relied on TSMC and buys of SMIC."""
    huawei, smic, tsmc = cast.duo()
    edition = cast.published()
    cast.relation(huawei, "relied-on", tsmc, until="2020-09")
    cast.relation(huawei, "customer-of", smic)
    return edition


def preview(slug="huawei", **more) -> Preview:
    return Preview(Entity.objects.get(slug=slug), TODAY, **more)


def told(shown: Preview) -> list[str]:
    return [f"{relation.phrase} {relation.other}" for relation in shown.relations]


class TestItsRelations:
    def test_are_those_with_others_whom_the_article_names_and_what_goes_on_comes_first(self, edition):
        assert told(preview(beside=edition)) == [
            "is a major customer of SMIC",
            "relied for its chips on TSMC",
        ]

    def test_are_worded_from_where_it_stands(self, edition):
        assert told(preview("smic", beside=edition)) == ["counts among its major customers Huawei"]

    def test_leave_out_whom_the_article_does_not_name(self, edition):
        cast.relation(Entity.objects.get(slug="huawei"), "uses", cast.entity("EUV", kind="technology"))
        assert len(preview(beside=edition).relations) == 2

    def test_leave_out_whom_readers_may_not_know(self, edition):
        Entity.objects.filter(slug="smic").update(public=False)
        assert told(preview(beside=edition)) == ["relied for its chips on TSMC"]

    def test_are_few(self, edition):
        huawei, smic = Entity.objects.get(slug="huawei"), Entity.objects.get(slug="smic")
        for note in "abcd":
            cast.relation(huawei, "customer-of", smic, note=note)
        assert len(preview(beside=edition).relations) == MOST_TIES

    def test_are_none_where_no_article_is_read(self, edition):
        assert preview().relations == []


class TestItsEvent:
    @pytest.fixture(autouse=True)
    def dated(self, edition):
        huawei = Entity.objects.get(slug="huawei")
        for slug, when in (("past", "2014"), ("soon", "2021-06"), ("later", "2025"), ("undated", "")):
            cast.event(slug, (huawei,), when=when)

    def test_is_the_next_to_begin(self):
        assert (preview().event.slug, preview().is_to_come) == ("soon", True)

    def test_is_the_last_one_when_nothing_is_to_come(self):
        shown = Preview(Entity.objects.get(slug="huawei"), date(2030, 1, 1))
        assert (shown.event.slug, shown.is_to_come) == ("later", False)

    def test_is_none_of_which_readers_may_not_know(self):
        from entities.models import Event

        Event.objects.update(public=False)
        assert preview().event is None
