from html import unescape

import pytest
from django.utils.html import strip_tags

from entities.models import Entity
from tests import cast

pytestmark = pytest.mark.django_db

ADDRESS = "/entities/huawei/preview/"


@pytest.fixture
def duo():
    huawei, smic, tsmc = cast.duo()
    cast.published()
    cast.relation(huawei, "customer-of", smic, standing="judged")
    cast.event(entities=(huawei,), when="2020-09")
    return huawei, smic, tsmc


def words(client, address: str) -> str:
    return " ".join(unescape(strip_tags(client.get(address).content.decode())).split())


class TestAPreview:
    def test_says_who_it_is_how_it_stands_to_the_others_and_what_was_last(self, client, duo):
        Entity.objects.filter(slug="huawei").update(description="Maker of phones")
        shown = words(client, f"{ADDRESS}?in=needs")
        assert shown.startswith("Company Huawei")
        assert "Maker of phones" in shown
        assert "With others in this article Is a major customer of SMIC (" in shown
        assert "Last on the timeline September 2020: " in shown

    def test_is_not_for_searchers(self, client, duo):
        assert client.get(ADDRESS)["X-Robots-Tag"] == "noindex"

    def test_holds_nothing_that_could_be_pressed(self, client, duo):
        assert "<a" not in client.get(f"{ADDRESS}?in=needs").content.decode()

    def test_escapes_what_editors_type(self, client, duo):
        Entity.objects.update(name="<img src=x onerror=alert(1)>", description="<script>")
        shown = client.get(f"{ADDRESS}?in=needs").content.decode()
        assert "<img" not in shown and "<script" not in shown

    def test_follows_an_entity_that_moved(self, client, duo):
        cast.move(duo[0], "huawei-technologies")
        response = client.get(f"{ADDRESS}?in=needs")
        assert response["Location"] == "/entities/huawei-technologies/preview/?in=needs"

    @pytest.mark.parametrize(
        "address", ["/entities/nobody/preview/", f"{ADDRESS}?in=nowhere", f"{ADDRESS}?in=draft"]
    )
    def test_of_nothing_that_readers_know_is_not_found(self, client, duo, address):
        cast.write("draft")
        assert client.get(address).status_code == 404

    @pytest.mark.parametrize("hostile", ["%00", "%ff", "x" * 9000, "' OR 1=1", "%F0%9F%98%80"])
    def test_asked_for_nonsense_says_so(self, client, duo, hostile):
        assert client.get(f"{ADDRESS}?in={hostile}").status_code in (400, 404)
