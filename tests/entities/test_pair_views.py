import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from entities.models import Entity
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def duo() -> tuple[Entity, Entity, Entity]:
    huawei, smic, tsmc = cast.duo()
    cast.quoted(
        cast.event(entities=(huawei, smic), rests_on=None), cast.published(), "Huawei orders its chips"
    )
    cast.event("alone", (huawei,))
    cast.relation(huawei, "customer-of", smic, note="since the rules changed")
    cast.relation(huawei, "relied-on", tsmc, until="2020-09")
    cast.relation(smic, "trails", tsmc)
    return huawei, smic, tsmc


def shown(client, address: str = "/entities/huawei+smic/") -> str:
    return " ".join(client.get(address).content.decode().split())


class TestThePage:
    def test_tells_what_links_the_two(self, client, duo):
        context = client.get("/entities/huawei+smic/").context
        assert [str(relation) for relation in context["pair"].relations] == [
            "Huawei is a major customer of SMIC"
        ]
        assert [event.slug for event in context["pair"].events] == ["orders-move"]
        ((edition, (saying,)),) = context["together"]
        assert saying.sentence == "Since the rules changed, Huawei orders its chips from SMIC."
        assert edition.article.slug == "needs"

    def test_says_each_step_of_the_way_with_its_date(self, client, duo):
        page = shown(client)
        assert 'In 2 steps, by way of <a class="entity" href="/entities/tsmc/">TSMC</a>.' in page
        assert 'until <time datetime="2020-09">September 2020</time>' in page

    def test_of_two_that_nothing_joins_says_so(self, client, duo):
        cast.entity("Apple")
        page = shown(client, "/entities/apple+huawei/")
        assert "No chain of up to six relations joins them." in page
        assert "No passage names both today." in page

    def test_leads_to_its_data(self, client, duo):
        assert 'href="/entities/huawei+smic.json"' in shown(client)

    def test_escapes_what_editors_type(self, client, duo):
        Entity.objects.update(name="<img src=x onerror=alert(1)>")
        assert "<img" not in shown(client)

    def test_comes_in_pages(self, client, duo, monkeypatch):
        monkeypatch.setattr("entities.views.pair.MENTIONS_PER_PAGE", 2)
        cast.published("more", body="Huawei pays SMIC. SMIC works for Huawei.")
        counts = [client.get("/entities/huawei+smic/", {"page": page}).context["sentences"] for page in "123"]
        assert counts == [1, 1, 1]
        assert client.get("/entities/huawei+smic/", {"page": "4"}).status_code == 404

    def test_takes_as_many_queries_for_much_as_for_little(self, client, duo, django_assert_num_queries):
        huawei, smic, _ = duo
        client.get("/entities/huawei+smic/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/entities/huawei+smic/")
        little = len(asked)
        for number in range(5):
            cast.published(f"a-{number}", body="Huawei pays SMIC. \n\nHuawei came. SMIC went.")
            other = cast.entity(f"Firm {number}")
            cast.relation(huawei, "customer-of", other)
            cast.relation(huawei, "works-with", smic, note=str(number))
            cast.event(f"e-{number}", (huawei, smic), tags=("chips",))
        client.get("/entities/huawei+smic/")
        with django_assert_num_queries(little):
            client.get("/entities/huawei+smic/")


class TestTheData:
    def test_is_what_the_page_tells(self, client, duo):
        data = client.get("/entities/huawei+smic.json").json()
        assert data["entities"] == ["huawei", "smic"]
        assert data["url"].endswith("/entities/huawei+smic/")
        (relation,) = data["relations"]
        assert (relation["subject"], relation["phrase"], relation["object"]) == (
            "huawei",
            "is a major customer of",
            "smic",
        )
        assert [(step["subject"], step["object"], step["until"]) for step in data["way"]] == [
            ("huawei", "tsmc", "2020-09"),
            ("smic", "tsmc", None),
        ]
        assert data["way"][0]["evidence"][0]["source"]["title"] == "Report"
        assert data["events"] == ["orders-move"]
        assert [one["article"] for one in data["mentions"]] == ["needs"]


class TestTheAddress:
    @pytest.mark.parametrize("end", ["/", ".json"])
    def test_has_one_order(self, client, duo, end):
        answer = client.get(f"/entities/smic+huawei{end}?page=1")
        assert (answer.status_code, answer["Location"]) == (301, f"/entities/huawei+smic{end}?page=1")

    @pytest.mark.parametrize("end", ["/", ".json"])
    def test_that_changed_leads_on(self, client, duo, end):
        cast.move(duo[0], "the-maker")
        answer = client.get(f"/entities/huawei+smic{end}")
        assert (answer.status_code, answer["Location"]) == (301, f"/entities/smic+the-maker{end}")

    @pytest.mark.parametrize("end", ["/", ".json"])
    @pytest.mark.parametrize(
        "slugs", ["huawei+nobody", "nobody+huawei", "hidden+huawei", "huawei+huawei", "华为+smic"]
    )
    def test_of_no_two_is_refused_in_words(self, client, duo, slugs, end):
        cast.entity("Hidden", public=False)
        answer = client.get(f"/entities/{slugs}{end}")
        assert answer.status_code == 404
        assert b"There is no entity called" in answer.content or b"is one entity" in answer.content

    @pytest.mark.parametrize("slugs", ["huawei+smic+tsmc", "huawei+", "+smic", "+"])
    def test_takes_two(self, client, duo, slugs):
        assert client.get(f"/entities/{slugs}/").status_code == 404

    def test_of_one_that_became_private_is_not_found_under_its_old_one_either(self, client, duo):
        cast.move(duo[0], "the-maker")
        Entity.objects.filter(slug="the-maker").update(public=False)
        assert client.get("/entities/huawei+smic/").status_code == 404


class TestConnections:
    @pytest.mark.parametrize(
        "asked",
        [("Huawei", "SMIC"), ("smic", " 华为 "), ("中芯国际", "huawei"), ("HUAWEI", "Smic")],
    )
    def test_lead_to_the_two_by_any_of_their_names(self, client, duo, asked):
        answer = client.get("/connections/", {"from": asked[0], "to": asked[1]})
        assert (answer.status_code, answer["Location"]) == (302, "/entities/huawei+smic/")

    def test_offer_those_that_have_relations(self, client, duo):
        cast.entity("Apple")
        page = shown(client, "/connections/")
        assert all(f'<option value="{name}">' in page for name in ("Huawei", "SMIC", "TSMC"))
        assert "Apple" not in page

    @pytest.mark.parametrize(
        ("asked", "told"),
        [
            ({"from": "Nobody", "to": "SMIC"}, "goes by the name “Nobody”"),
            ({"from": "Hidden", "to": "SMIC"}, "goes by the name “Hidden”"),
            ({"from": "华为", "to": "huawei"}, "Both names mean Huawei"),
            ({"from": "<b>", "to": ""}, "goes by the name “&lt;b&gt;”"),
            ({"from": "x" * 900, "to": "SMIC"}, "goes by the name"),
        ],
    )
    def test_with_what_has_no_name_are_refused_in_words(self, client, duo, asked, told):
        cast.entity("Hidden", public=False)
        answer = client.get("/connections/", asked)
        assert answer.status_code == 404
        assert told in answer.content.decode()

    def test_wait_for_both_names(self, client, duo):
        assert client.get("/connections/", {"from": "Huawei"}).status_code == 200
        assert 'value="Huawei"' in shown(client, "/connections/?from=Huawei")
