from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest

from tests import cast
from tests.crawl import Html

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
TIMELINE = f"{SITE}/timeline/"


@pytest.fixture(scope="module", autouse=True)
def site(module_db):
    huawei, _, _ = cast.duo()
    odd = cast.entity('A "quoted" <b>firm</b> & sons', slug="odd")
    cast.event("founded", (huawei, odd), when="1987")


def ask(client, url: str = TIMELINE, **more):
    return client.get("/oembed/", {"url": url, **more})


class TestAnAnswer:
    def test_has_what_the_standard_asks_of_rich_content(self, client):
        answer = ask(client)
        assert answer["Content-Type"] == "application/json"
        assert answer.json() == {
            "version": "1.0",
            "type": "rich",
            "title": "Timeline",
            "provider_name": "chipduo",
            "provider_url": SITE,
            "html": f'<iframe src="{SITE}/embed/timeline/" title="Timeline" width="720" height="540" '
            'loading="lazy" style="border:0;max-width:100%"></iframe>',
            "width": 720,
            "height": 540,
        }

    def test_keeps_the_filter(self, client):
        told = ask(client, f"{TIMELINE}?entity=huawei&to=1999&odd=1").json()
        assert f'src="{SITE}/embed/timeline/?entity=huawei&amp;to=1999"' in told["html"]
        assert told["title"] == "Timeline, the events naming Huawei, to the year 1999"

    @pytest.mark.parametrize(
        ("most", "size"),
        [
            ({}, (720, 540)),
            ({"maxwidth": "400"}, (400, 540)),
            ({"maxheight": "1"}, (720, 1)),
            ({"maxwidth": "300", "maxheight": "200"}, (300, 200)),
            ({"maxwidth": "99999"}, (720, 540)),
        ],
    )
    def test_is_no_larger_than_was_asked(self, client, most, size):
        told = ask(client, **most).json()
        assert (told["width"], told["height"]) == size
        assert f'width="{size[0]}" height="{size[1]}"' in told["html"]

    def test_in_xml_says_the_same(self, client):
        answer = ask(client, f"{TIMELINE}?entity=odd", format="xml")
        assert answer["Content-Type"] == "text/xml; charset=utf-8"
        told = {child.tag: child.text for child in ET.fromstring(answer.content)}
        as_json = ask(client, f"{TIMELINE}?entity=odd", format="json").json()
        assert told == {name: str(value) for name, value in as_json.items()}

    def test_holds_nothing_that_a_name_could_break_out_of(self, client):
        html = ask(client, f"{TIMELINE}?entity=odd").json()["html"]
        assert html.count("<") == 2
        assert html.count('"') == 12

    @pytest.mark.parametrize(
        "url",
        [
            "https://127.0.0.1:8000/timeline/",
            "HTTP://127.0.0.1:8000/timeline/",
            f"{SITE}/embed/timeline/",
            f"{TIMELINE}#rise",
        ],
    )
    def test_knows_the_timeline_by_each_of_its_addresses(self, client, url):
        assert ask(client, url).status_code == 200

    def test_leads_to_a_page_that_shows_the_events(self, client):
        (address,) = Html.of(ask(client, f"{TIMELINE}?entity=huawei").json()["html"]).targets
        assert "Founded" in client.get(address.removeprefix(SITE)).content.decode()


class TestWhatIsNotAnswered:
    @pytest.mark.parametrize(
        "url",
        [
            f"{SITE}/",
            f"{SITE}/articles/needs/",
            f"{SITE}/timeline",
            f"{SITE}/timeline.json",
            f"{SITE}/timeline/founded/",
            f"{SITE}/admin/",
            "http://127.0.0.1:8001/timeline/",
            "http://evil.example/timeline/",
            "http://127.0.0.1:8000@evil.example/timeline/",
            "http://user@127.0.0.1:8000/timeline/",
            "//127.0.0.1:8000/timeline/",
            "/timeline/",
            "javascript:alert(1)",
            "http://[::1/timeline/",
            "nonsense",
            f"{TIMELINE}?entity=nobody",
            f"{TIMELINE}?from=never",
            f"{TIMELINE}?entity=%00",
        ],
    )
    def test_is_an_address_of_anything_else(self, client, url):
        assert ask(client, url).status_code == 404

    @pytest.mark.parametrize("kind", ["yaml", "JSON", "", "html"])
    def test_is_a_format_that_is_not_implemented(self, client, kind):
        answer = ask(client, format=kind)
        assert answer.status_code == 501
        assert "in json or in xml" in answer.content.decode()

    @pytest.mark.parametrize("name", ["maxwidth", "maxheight"])
    @pytest.mark.parametrize("length", ["0", "-1", "", "wide", "1.5", "٣", "1e3", "9" * 30, "10px"])
    def test_is_a_size_that_is_none(self, client, name, length):
        assert ask(client, **{name: length}).status_code == 400

    @pytest.mark.parametrize("query", ["", "?url=", "?format=json"])
    def test_is_nothing(self, client, query):
        assert client.get(f"/oembed/{query}").status_code == 400


class TestTheTimeline:
    def test_says_where_it_is_described(self, client):
        shown = client.get("/timeline/?entity=huawei").content.decode()
        url = quote(f"{TIMELINE}?entity=huawei", safe="")
        for kind, of_it in (("json", "application/json+oembed"), ("xml", "text/xml+oembed")):
            assert f'type="{of_it}"' in shown
            address = f"/oembed/?url={url}&format={kind}"
            assert f'href="{SITE}{address.replace("&", "&amp;")}"' in shown
            assert client.get(address).status_code == 200

    def test_shows_the_code_to_copy_as_text(self, client):
        shown = client.get("/timeline/?entity=odd").content.decode()
        code = shown.split('id="embed_code"')[1].split("</textarea>")[0]
        assert "&lt;iframe src=&quot;" in code
        assert "<" not in code
