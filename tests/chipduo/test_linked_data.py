"""What every page says in JSON-LD: in the words of schema.org, at addresses that are there, and nothing that readers cannot see."""

import json
import re
from zlib import compress

import pytest
from django.conf import settings
from django.test import Client

from entities.models import Entity, Event
from tests import cast, public_site, schema_org

pytestmark = pytest.mark.django_db

SITE = settings.SITE_URL
SAYING = {
    "/": ["WebSite"],
    "/articles/needs/": ["Article", "BreadcrumbList"],
    "/articles/alone/": ["Article", "BreadcrumbList"],
    "/series/duo/": ["CreativeWorkSeries", "BreadcrumbList"],
    "/entities/huawei/": ["Corporation", "BreadcrumbList"],
    "/entities/huawei/relations/": ["BreadcrumbList"],
    "/entities/huawei+smic/": ["BreadcrumbList"],
    "/entities/zhongxin/": ["DefinedTerm", "BreadcrumbList"],
    "/timeline/founded/": ["Event", "BreadcrumbList"],
    "/timeline/outlook/": ["Event", "BreadcrumbList"],
    "/tags/chips/": ["BreadcrumbList"],
    "/tags/chips+phones/": ["BreadcrumbList"],
    "/sources/report/": ["CreativeWork", "BreadcrumbList"],
}
SAYING_NOTHING = ["/articles/", "/timeline/", "/articles/needs/editions/1/", "/articles/nowhere/"]


@pytest.fixture(scope="module", autouse=True)
def site(module_db):
    public_site.open_to_readers()


def said(address: str) -> list[dict]:
    (document,) = schema_org.in_page(Client().get(address).content.decode())
    return document["@graph"]


class TestAPage:
    @pytest.mark.parametrize("address", SAYING)
    def test_says_what_it_is_about(self, address):
        assert [node["@type"] for node in said(address)] == SAYING[address]

    @pytest.mark.parametrize("address", SAYING)
    def test_says_it_in_the_words_of_schema_org(self, address):
        (document,) = schema_org.in_page(Client().get(address).content.decode())
        assert schema_org.faults(document) == []

    @pytest.mark.parametrize("address", SAYING_NOTHING)
    def test_of_another_kind_says_nothing(self, address):
        assert schema_org.in_page(Client().get(address).content.decode()) == []

    @pytest.mark.parametrize("address", SAYING)
    def test_names_only_addresses_that_are_there(self, address):
        found = set(re.findall(rf'"{SITE}([^"{{]*)"', json.dumps(said(address))))
        assert found
        assert {path: Client().get(path).status_code for path in found} == dict.fromkeys(found, 200)

    def test_ends_its_breadcrumbs_at_itself(self):
        _, trail = said("/articles/needs/")
        steps = [(step["name"], step["item"]["@id"]) for step in trail["itemListElement"]]
        assert steps == [
            ("chipduo", f"{SITE}/"),
            ("Duo", f"{SITE}/series/duo/"),
            ("Needs", f"{SITE}/articles/needs/"),
        ]


class TestTheContentsPage:
    def test_says_where_to_search(self, client):
        (site,) = said("/")
        template = site["potentialAction"]["target"]["urlTemplate"]
        assert template == f"{SITE}/search/?q={{search_term_string}}"
        assert client.get(template.removeprefix(SITE).format(search_term_string="Huawei")).status_code == 200


class TestAnArticle:
    def test_says_who_made_it_when_and_in_which_version(self):
        node, _ = said("/articles/needs/")
        assert (node["headline"], node["version"], node["position"]) == ("Needs", 2, 1)
        assert node["author"]["name"] == node["publisher"]["name"] == "chipduo"
        assert node["creditText"] == "Wen"
        assert node["isPartOf"]["@id"] == f"{SITE}/series/duo/"
        assert node["datePublished"] <= node["dateModified"]
        assert node["license"] == "https://creativecommons.org/licenses/by/4.0/"
        assert node["keywords"] == ["chips", "phones"]

    def test_mentions_whom_it_names_and_cites_what_it_cites(self):
        node, _ = said("/articles/needs/")
        assert {one["name"] for one in node["mentions"]} == {"Huawei", "SMIC", "TSMC"}
        assert [one["@id"] for one in node["citation"]] == [f"{SITE}/sources/report/"]

    def test_is_about_what_every_fifth_of_its_passages_names(self):
        cast.entity("Modems", "technology", aliases=("modems",))
        cast.published("long", "Huawei.\n\n" * 4 + "TSMC.\n\n" + "Nothing.\n\n" * 3)
        node, _ = said("/articles/long/")
        assert [one["name"] for one in node["about"]] == ["Huawei"]

    def test_is_about_what_most_of_its_passages_name_if_none_is_named_often(self):
        cast.published("vague", "SMIC.\n\n" * 2 + "TSMC.\n\n" + "Nothing.\n\n" * 12)
        node, _ = said("/articles/vague/")
        assert [one["name"] for one in node["about"]] == ["SMIC"]

    def test_that_names_and_cites_very_much_says_the_most_of_it_in_few_bytes(self):
        for n in range(60):
            cast.entity(f"Maker Number {n} of Shenzhen")
            cast.source(f"a-source-of-which-there-are-many-{n}")
        named = [f"Maker Number {n} of Shenzhen.[^a-source-of-which-there-are-many-{n}]\n" for n in range(60)]
        cast.published("much", "\n".join([*named, *["Huawei.\n"] * 3]))
        node, _ = said("/articles/much/")
        assert (len(node["mentions"]), len(node["citation"])) == (40, 40)
        assert node["mentions"][0]["name"] == "Huawei"
        assert len(compress(json.dumps(node).encode())) < 3_000

    def test_keeps_silent_on_what_is_private(self):
        Entity.objects.filter(slug="tsmc").update(public=False)
        node, _ = said("/articles/needs/")
        assert "TSMC" not in json.dumps(node["mentions"])

    def test_cannot_be_ended_by_what_an_editor_wrote(self):
        hostile = '</script><script>alert("1")</script>&\u2028'
        cast.published("hostile", "Huawei.\n", title=hostile, standfirst=hostile)
        node, _ = said("/articles/hostile/")
        assert node["headline"] == hostile
        assert "alert" not in re.findall(
            r"<script(.*?)>", Client().get("/articles/hostile/").content.decode()
        )


class TestAnEntity:
    def test_says_its_names_with_their_languages(self):
        Entity.objects.filter(slug="huawei").update(native_name="华为技术", native_language="zh-Hans")
        node, _ = said("/entities/huawei/")
        assert {"@value": "华为技术", "@language": "zh-Hans"} in node["alternateName"]

    def test_says_when_it_was_founded_if_a_fact_does(self):
        node, _ = said("/entities/huawei/")
        assert (node["foundingDate"], node["sameAs"]) == ("1987", "https://www.huawei.com/")


class TestAnEvent:
    def test_has_the_date_that_is_known(self):
        node, _ = said("/timeline/founded/")
        assert (node["startDate"], node["endDate"]) == ("1987", "1987")
        assert node["about"] == [
            {"@type": "Corporation", "@id": f"{SITE}/entities/huawei/", "name": "Huawei"}
        ]

    def test_that_is_forecast_says_so_and_has_no_date(self):
        Event.objects.filter(slug="outlook").update(when="2030", summary="It may.")
        node, _ = said("/timeline/outlook/")
        assert "startDate" not in node
        assert node["description"] == "Forecast: It may. Date: 2030."


class TestTheVocabulary:
    @pytest.mark.parametrize(
        "node",
        [
            {"@type": "Artikel", "name": "Needs"},
            {"@type": "Article", "heading": "Needs"},
            {"@type": "Article", "startDate": "1987"},
            {"@type": "Event", "startDate": "about 1987"},
            {"@type": "Event", "startDate": "1987-1"},
            {"@type": "Event", "about": "Huawei"},
            {"@type": "Article", "isPartOf": {"@type": "Person", "name": "Wen"}},
            {"@type": "Article", "about": [{"@type": "Thing", "nome": "Huawei"}]},
            {"@type": "Corporation", "alternateName": {"@value": "华为", "@language": "Chinese"}},
        ],
    )
    def test_is_held_to(self, node):
        assert schema_org.faults({"@context": "https://schema.org", "@graph": [node]})
