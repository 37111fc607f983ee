from io import StringIO
from xml.etree import ElementTree

import pytest
from django.core.management import call_command

from chipduo.search.suggesting import MOST
from tests import cast

pytestmark = pytest.mark.django_db

DESCRIBED = "{http://a9.com/-/spec/opensearch/1.1/}"


@pytest.fixture(scope="module", autouse=True)
def site(module_db):
    cast.duo()
    cast.entity("Semiconductor Manufacturing", kind="concept", aliases=("Fabrication",))
    cast.published(title="Semiconductors they need", tags=("semis",))
    cast.event("second-source")
    for n in range(12):
        cast.entity(f"Zeta {n}")
    call_command("reindex", stdout=StringIO())


def offered(client, typed: str) -> list[str]:
    answer = client.get("/search/suggest.json", {"q": typed})
    assert answer.status_code == 200
    echoed, names, notes, addresses = answer.json()
    assert echoed == typed
    assert len(names) == len(notes) == len(addresses)
    return names


class TestSuggestions:
    @pytest.mark.parametrize(
        ("typed", "first"),
        [
            ("h", "Huawei"),
            ("HUA", "Huawei"),
            ("华", "Huawei"),
            ("中芯国", "SMIC"),
            ("fabr", "Semiconductor Manufacturing"),
            ("manuf", "Semiconductor Manufacturing"),
            ("semiconductor man", "Semiconductor Manufacturing"),
            ("semiconductors they", "Semiconductors they need"),
            ("second", "Second-Source"),
        ],
    )
    def test_begin_as_is_typed(self, client, typed, first):
        assert offered(client, typed)[0] == first

    def test_are_of_every_kind(self, client):
        _, names, notes, addresses = client.get("/search/suggest.json?q=sem").json()
        assert names == ["Semiconductor Manufacturing", "Semiconductors they need", "semis"]
        assert notes == ["concept", "article", "tag"]
        assert addresses == ["/entities/semiconductor-manufacturing/", "/articles/needs/", "/tags/semis/"]

    def test_are_few(self, client):
        assert 0 < len(offered(client, "zeta")) <= MOST

    @pytest.mark.parametrize(
        "typed", ["", " ", "qqq", "*", '"', "🙂", "%", "华" * 500, "a " * 400, "' OR 1=1 --"]
    )
    def test_may_be_none(self, client, typed):
        assert offered(client, typed) == []


class TestTheDescriptionForBrowsers:
    def test_says_where_to_ask(self, client):
        answer = client.get("/opensearch.xml")
        assert answer.headers["Content-Type"] == "application/opensearchdescription+xml"
        urls = {
            one.get("type"): one.get("template")
            for one in ElementTree.fromstring(answer.content).iter(f"{DESCRIBED}Url")
        }
        assert urls == {
            "text/html": "http://127.0.0.1:8000/search/?q={searchTerms}",
            "application/x-suggestions+json": "http://127.0.0.1:8000/search/suggest.json?q={searchTerms}",
        }

    def test_is_named_on_every_page(self, client):
        assert 'href="/opensearch.xml"' in client.get("/nowhere/").content.decode()
