"""The pages of the pictures: the picture and the table say the same, and only what is public."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from entities.models import Entity, Relation
from entities.views.relations import DRAWN_AROUND_ONE, DRAWN_OF_ALL
from tests import cast

pytestmark = pytest.mark.django_db

HOSTILE = '</text></svg><script>alert(1)</script>"&'
OF_ONE = "/entities/huawei/relations/"
OF_ALL = "/relations/"


@pytest.fixture
def firms() -> tuple[Entity, Entity, Entity]:
    return cast.duo()


@pytest.fixture
def page(client):
    return lambda address=OF_ONE: unescape(client.get(address).content.decode())


def pictures(shown: str) -> list[set[str]]:
    """The places that each picture leads to on its own page."""
    drawn = re.findall(r"<svg.*?</svg>", shown, re.DOTALL)
    return [set(re.findall(r'href="#(relation_\d+)"', svg)) for svg in drawn if "aria-label" in svg]


def rows(shown: str) -> set[str]:
    return set(re.findall(r'<tr id="(relation_\d+)"', shown))


class TestThePageOfOne:
    def test_draws_what_its_table_lists_for_a_desk_and_for_the_hand(self, page, firms):
        huawei, smic, tsmc = firms
        made = [cast.relation(huawei, "customer-of", smic), cast.relation(tsmc, "trails", huawei)]
        cast.relation(smic, "trails", tsmc)
        expected = {f"relation_{one.pk}" for one in made}
        shown = page()
        assert rows(shown) == expected
        assert pictures(shown) == [expected, expected]

    def test_shows_what_each_relation_rests_on(self, page, firms):
        cast.relation(firms[0], "customer-of", firms[1])
        assert "Report</cite></a>, The Press" in page().split('<tr id="relation_')[1]

    def test_leads_to_everyone_it_names(self, page, firms):
        cast.relation(firms[0], "customer-of", firms[1])
        assert '<a href="/entities/smic/" aria-label="SMIC"><text class="name"' in page()

    def test_leaves_out_what_readers_may_not_know(self, page, firms):
        huawei, smic, tsmc = firms
        private = cast.entity("Processors", "technology", public=False)
        edition = cast.published()
        withdrawn = Relation.objects.create(subject=huawei, kind="customer-of", object=tsmc)
        cast.quoted(withdrawn, edition, "It bought chips from TSMC.")
        edition.article.withdraw()
        cast.relation(huawei, "needs", private)
        Relation.objects.create(subject=huawei, kind="works-with", object=smic)
        shown = page()
        assert "No relation of Huawei to others is on record." in shown
        assert not {"Processors", ">SMIC<", ">TSMC<"} & set(re.findall(r"Processors|>\w+<", shown))
        assert "<figure" not in shown

    def test_speaks_of_a_state_with_the_article_that_its_name_wants(self, client, firms):
        cast.relation(cast.entity("United States", "government", definite=True), "restricts", firms[0])
        shown = client.get("/entities/united-states/relations/").content.decode()
        assert "Relations of the United States" in shown
        assert ">United States</a>, state" in shown

    def test_escapes_names(self, client, firms):
        Entity.objects.filter(slug="smic").update(name=HOSTILE)
        Entity.objects.filter(slug="huawei").update(name=HOSTILE)
        cast.relation(firms[0], "customer-of", firms[1])
        shown = client.get(OF_ONE).content.decode()
        assert "&lt;script&gt;" in shown
        assert "<script>" not in shown

    def test_begins_with_the_duo_and_goes_on_by_kind_and_name(self, client, firms):
        huawei, smic, tsmc = firms
        for other in (cast.entity("Chips", "technology"), tsmc, cast.entity("Amec"), smic):
            Relation.objects.filter(pk=cast.relation(huawei, "needs", other).pk).update(kind="spurred")
        relations = client.get(OF_ONE).context["page"].object_list
        assert [relation.object.name for relation in relations] == ["SMIC", "Amec", "TSMC", "Chips"]

    def test_says_which_of_many_it_draws(self, page, firms):
        for number in range(DRAWN_AROUND_ONE + 2):
            cast.relation(firms[0], "customer-of", cast.entity(f"Firm {number:02}"))
        assert f"Drawn here: 1 to {DRAWN_AROUND_ONE} of {DRAWN_AROUND_ONE + 2}" in page()
        assert len(rows(page(f"{OF_ONE}?page=2"))) == 2

    @pytest.mark.parametrize("asked", ["0", "2", "x", str(10**9)])
    def test_has_only_the_pages_it_has(self, client, firms, asked):
        cast.relation(firms[0], "customer-of", firms[1])
        assert client.get(OF_ONE, {"page": asked}).status_code == 404

    def test_takes_as_many_queries_for_many_as_for_one(self, client, firms, django_assert_num_queries):
        cast.relation(firms[0], "customer-of", firms[1])
        with CaptureQueriesContext(connection) as few:
            client.get(OF_ONE)
        for number in range(6):
            cast.relation(firms[0], "customer-of", cast.entity(f"Firm {number}"))
        with django_assert_num_queries(len(few)):
            client.get(OF_ONE)

    def test_moves_with_its_entity(self, client, firms):
        cast.move(firms[0], "huawei-technologies")
        answer = client.get(OF_ONE)
        assert (answer.status_code, answer["Location"]) == (301, "/entities/huawei-technologies/relations/")

    @pytest.mark.parametrize("slug", ["nobody", "processors"])
    def test_of_what_is_private_or_never_was_is_not_found(self, client, slug):
        cast.entity("Processors", "technology", public=False)
        assert client.get(f"/entities/{slug}/relations/").status_code == 404

    def test_is_reached_from_the_entity(self, client, firms):
        cast.relation(firms[0], "customer-of", firms[1])
        assert f'href="{OF_ONE}"' in client.get("/entities/huawei/").content.decode()


class TestThePageOfAll:
    def test_draws_what_its_table_lists_for_a_desk_and_for_the_hand(self, page, firms):
        huawei, smic, tsmc = firms
        asml = cast.entity("ASML")
        made = [cast.relation(huawei, "customer-of", smic), cast.relation(tsmc, "trails", huawei)]
        others = cast.relation(asml, "trails", tsmc)
        shown = page(OF_ALL)
        desk, first, rest = pictures(shown)
        assert rows(shown) == {f"relation_{one.pk}" for one in (*made, others)}
        assert desk == first == {f"relation_{one.pk}" for one in made}
        assert rest == {f"relation_{others.pk}"}

    def test_begins_with_the_duo(self, client, firms):
        huawei, smic, tsmc = firms
        apart = cast.relation(cast.entity("ASML"), "trails", tsmc)
        near = cast.relation(tsmc, "trails", smic)
        assert list(client.get(OF_ALL).context["page"].object_list) == [near, apart]

    def test_says_how_many_relations_there_are_among_how_many(self, page, firms):
        cast.relation(firms[0], "customer-of", firms[1])
        assert "1 relation among 2 entities" in page(OF_ALL)

    def test_says_when_there_is_nothing_to_draw(self, page, firms):
        shown = page(OF_ALL)
        assert "No relation is on record." in shown
        assert "<figure" not in shown

    def test_leaves_out_what_readers_may_not_know(self, page, firms):
        private = cast.entity("Processors", "technology", public=False)
        cast.relation(firms[0], "needs", private)
        Relation.objects.create(subject=firms[0], kind="works-with", object=firms[1])
        assert "No relation is on record." in page(OF_ALL)

    def test_escapes_names(self, client, firms):
        Entity.objects.update(name=HOSTILE)
        cast.relation(firms[0], "customer-of", firms[1])
        cast.relation(firms[2], "trails", cast.entity("ASML"))
        shown = client.get(OF_ALL).content.decode()
        assert "&lt;script&gt;" in shown
        assert "<script>" not in shown

    def test_says_which_of_many_it_draws(self, page, firms):
        others = Entity.objects.bulk_create(
            Entity(slug=f"f{n}", name=f"Firm {n}", kind="company") for n in range(DRAWN_OF_ALL + 2)
        )
        for other in others:
            cast.relation(firms[0], "customer-of", other)
        assert f"Drawn here: 1 to {DRAWN_OF_ALL} of {DRAWN_OF_ALL + 2}" in page(OF_ALL)
        assert len(rows(page(f"{OF_ALL}?page=2"))) == 2

    @pytest.mark.parametrize("asked", ["0", "2", "x", "\x00", str(10**9)])
    def test_has_only_the_pages_it_has(self, client, firms, asked):
        cast.relation(firms[0], "customer-of", firms[1])
        assert client.get(OF_ALL, {"page": asked}).status_code in {400, 404}

    def test_is_reached_from_every_page(self, client, firms):
        assert f'href="{OF_ALL}"' in client.get("/timeline/").content.decode()


class TestARowOfTheTable:
    def test_says_since_when_and_until_when_and_how_it_stands(self, page, firms):
        told = {"note": "by far", "since": "2015", "until": "2020~", "standing": "judgement"}
        cast.relation(firms[0], "customer-of", firms[1], **told)
        row = re.sub(r"<[^>]*>", "", page().split('<tr id="relation_')[1])
        assert "by far, since 2015, until about 2020 the article’s judgement" in row

    def test_says_when_of_what_happened_once(self, page, firms):
        cast.relation(firms[0], "research-venture", firms[1], since="2015")
        assert "since" not in page().split('<tr id="relation_')[1]
