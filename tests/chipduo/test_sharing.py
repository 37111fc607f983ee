"""What the head of each page tells those who search and those who show a link to it."""

from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.test import Client

from tests import cast, public_site

pytestmark = pytest.mark.django_db

SITE = settings.SITE_URL
PAGES = [
    "/",
    "/articles/",
    "/articles/needs/",
    "/articles/needs/editions/",
    "/articles/needs/editions/1/",
    "/articles/needs/changes/1..2/",
    "/series/duo/",
    "/entities/",
    "/entities/huawei/",
    "/entities/huawei/relations/",
    "/entities/huawei+smic/",
    "/connections/",
    "/relations/",
    "/timeline/",
    "/timeline/orders-move/",
    "/tags/",
    "/tags/chips/",
    "/tags/chips+phones/",
    "/corrections/",
    "/search/",
    "/sources/",
    "/sources/report/",
]
ERRORS = ["/nowhere/", "/articles/withdrawn/", "/?q=%00", "/timeline/?from=never"]
OF_ITS_OWN = {
    "/articles/needs/": "/cards/articles/needs/2.png",
    "/series/duo/": "/cards/series/duo/1.png",
    "/entities/huawei/": "/cards/entities/huawei/1.png",
    "/timeline/orders-move/": "/cards/timeline/orders-move/1.png",
}
HOSTILE = "<b>\"Needs\" & 'wants'</b>"


@pytest.fixture(scope="module", autouse=True)
def site(module_db):
    public_site.open_to_readers()


class Head(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.title, self.canonical = "", []
        self.said: dict[str, list[str]] = {}
        self._in_title = False
        self.feed(html.partition("</head>")[0])

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self._in_title = tag == "title"
        if tag == "meta" and ("property" in given or "name" in given):
            self.said.setdefault(given.get("property") or given["name"], []).append(given["content"])
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical.append(given["href"])

    def handle_endtag(self, tag):
        self._in_title = False

    def handle_data(self, data):
        self.title += data if self._in_title else ""

    def one(self, name: str) -> str:
        (value,) = self.said[name]
        return value


def head(address: str) -> Head:
    return Head(Client().get(address).content.decode())


@pytest.mark.parametrize("address", PAGES)
class TestAPage:
    def test_has_one_address_and_says_the_same_one_to_all(self, address):
        told = head(address + "?utm_source=elsewhere&ref=x")
        assert told.canonical == [SITE + address]
        assert told.one("og:url") == SITE + address

    def test_says_its_title_and_what_it_is(self, address):
        told = head(address)
        assert told.one("og:title") == told.title.removesuffix(" · chipduo")
        assert told.one("og:description") == told.one("description")
        assert told.one("og:site_name") == "chipduo"
        assert told.one("og:type") == ("article" if address == "/articles/needs/" else "website")

    def test_has_a_picture_with_words_for_those_who_do_not_see_it(self, address):
        told = head(address)
        card = told.one("og:image")
        assert card == SITE + OF_ITS_OWN.get(address, "/cards/chipduo.png")
        assert Client().get(card.removeprefix(SITE))["Content-Type"] == "image/png"
        assert (told.one("og:image:width"), told.one("og:image:height")) == ("1200", "630")
        assert told.one("og:image:alt")
        assert told.one("twitter:card") == "summary_large_image"


class TestAPageThatIsNotThere:
    @pytest.mark.parametrize("address", ERRORS)
    def test_has_no_address_to_share(self, address):
        told = head(address)
        assert told.canonical == []
        assert not [name for name in told.said if name.startswith(("og:", "twitter:"))]


class TestAnArticle:
    def test_says_when_it_came_out_and_where_it_belongs(self):
        told = head("/articles/needs/")
        assert told.one("article:published_time") <= told.one("article:modified_time")
        assert told.one("article:section") == "Duo"
        assert told.said["article:tag"] == ["chips", "phones"]

    def test_keeps_what_an_editor_wrote_to_its_place(self):
        cast.published("hostile", title=HOSTILE, standfirst=HOSTILE)
        told = head("/articles/hostile/")
        assert told.one("og:title") == told.one("og:image:alt") == told.one("og:description") == HOSTILE
        assert told.title == f"{HOSTILE} · chipduo"


class TestAnEdition:
    def test_that_is_read_now_has_the_address_of_the_article(self):
        assert head("/articles/needs/editions/2/").canonical == [f"{SITE}/articles/needs/"]


class TestALaterPage:
    def test_of_a_list_has_its_number_in_its_address(self):
        for n in range(50):
            cast.published(f"more-{n}", "Words.\n")
        told = head("/articles/?page=2")
        assert told.canonical == [f"{SITE}/articles/?page=2"]
        assert head("/articles/?page=1").canonical == [f"{SITE}/articles/"]

    @pytest.mark.parametrize(
        ("address", "whole"),
        [
            ("/entities/?kind=company&page=2", "/entities/"),
            ("/entities/huawei/?with=smic&page=2", "/entities/huawei/"),
            ("/timeline/?from=1900&page=2", "/timeline/"),
        ],
    )
    def test_of_a_choice_is_part_of_the_whole_list(self, address, whole, monkeypatch):
        monkeypatch.setattr("entities.views.entity.ENTITIES_PER_PAGE", 1)
        monkeypatch.setattr("entities.views.entity.MENTIONS_PER_PAGE", 1)
        monkeypatch.setattr("entities.views.timeline.EVENTS_PER_PAGE", 1)
        cast.event("later", when="2021")
        assert head(address).canonical == [SITE + whole]
