from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from entities.linking.names_changing import names_changing
from entities.models import Entity, Evidence, Fact
from tests import cast

pytestmark = pytest.mark.django_db
QUOTE = "Huawei orders its chips from SMIC"
PAGES = ["/", ".json", "/feed/"]


@pytest.fixture
def huawei() -> Entity:
    return cast.duo()[0]


class TestTheList:
    def test_groups_what_is_public_by_kind(self, client, huawei):
        cast.entity("China", kind="government")
        cast.entity("Hidden", public=False)
        groups = client.get("/entities/").context["groups"]
        assert {kind.value: [entity.slug for entity in entities] for kind, entities in groups} == {
            "company": ["huawei", "smic", "tsmc"],
            "government": ["china"],
        }

    def test_shows_one_kind(self, client, huawei):
        cast.entity("China", kind="government")
        ((kind, entities),) = client.get("/entities/", {"kind": "government"}).context["groups"]
        assert (kind, [entity.slug for entity in entities]) == ("government", ["china"])

    def test_of_a_kind_that_nobody_is_of_is_there(self, client, huawei):
        assert client.get("/entities/", {"kind": "place"}).context["groups"] == []

    @pytest.mark.parametrize(
        "asked", [{"kind": "firm"}, {"kind": "<b>"}, {"page": "0"}, {"page": "2"}, {"page": "x"}]
    )
    def test_has_only_the_kinds_and_the_pages_it_has(self, client, huawei, asked):
        assert client.get("/entities/", asked).status_code == 404

    def test_counts_the_articles_that_readers_can_read(self, client, huawei):
        for slug in ("one", "two"):
            cast.published(slug, body="Huawei and Huawei.\n\nHuawei.")
        cast.published("gone", body="Huawei.").article.withdraw()
        cast.write("later", body="Huawei.").publish(editor=None, at=timezone.now() + timedelta(hours=1))
        ((_, entities),) = client.get("/entities/").context["groups"]
        assert {entity.slug: entity.articles for entity in entities} == {"huawei": 2, "smic": 0, "tsmc": 0}

    @pytest.mark.parametrize("count", [1, 12])
    def test_takes_as_many_queries_for_many_as_for_one(self, client, django_assert_num_queries, count):
        for number in range(count):
            cast.entity(f"Firm {number}", tags=("firms",))
        with django_assert_num_queries(4):
            client.get("/entities/")


class TestThePage:
    @pytest.fixture
    def page(self, client, huawei):
        edition = cast.published()
        smic = Entity.objects.get(slug="smic")
        fact = Fact.objects.create(entity=huawei, label="Founded", value="1987")
        Evidence.objects.create(fact=fact, source=cast.source())
        cast.quoted(cast.event(entities=(huawei, smic), rests_on=None), edition, QUOTE)
        cast.relation(huawei, "customer-of", smic)
        return lambda: client.get("/entities/huawei/")

    def test_tells_all_that_is_known(self, page):
        context = page().context
        assert [str(fact) for fact in context["facts"]] == ["Founded: 1987"]
        ((group, (relation,)),) = context["relations"]
        assert (group, relation.phrase, str(relation.other)) == (
            "Supply and custom",
            "is a major customer of",
            "SMIC",
        )
        assert [event.slug for event in context["events"]] == ["orders-move"]
        assert [alias.text for alias in context["aliases"]] == ["华为"]
        assert (context["dossier"].articles, context["sentences"]) == (1, 2)

    def test_tells_a_relation_from_the_other_end_too(self, page, client):
        page()
        ((_, (relation,)),) = client.get("/entities/smic/").context["relations"]
        assert (relation.phrase, str(relation.other)) == ("counts among its major customers", "Huawei")

    def test_tells_nothing_that_rests_on_a_withdrawn_article_or_names_what_is_private(self, page):
        Article.objects.get().withdraw()
        Entity.objects.filter(slug="smic").update(public=False)
        context = page().context
        assert (
            context["relations"],
            list(context["events"]),
            context["said"],
            context["dossier"].articles,
        ) == (
            [],
            [],
            [],
            0,
        )

    def test_says_how_else_it_is_called_and_not_by_which_common_words(self, page, huawei):
        huawei.add_alias("huawei")
        huawei.add_alias("phones", linkable=False)
        huawei.add_alias("Huawei Group")
        assert [alias.text for alias in page().context["aliases"]] == ["Huawei Group", "华为"]

    def test_shows_the_description_with_its_links(self, page, huawei):
        with names_changing(huawei.pk):
            Entity.objects.filter(pk=huawei.pk).update(about="It buys from SMIC. <script>alert(1)</script>")
        content = page().content.decode()
        assert 'It buys from <a href="/entities/smic/" class="entity">SMIC</a>.' in content
        assert "<script>alert" not in content

    def test_escapes_what_editors_type(self, page, huawei):
        odd = "<img src=x onerror=alert(1)>"
        Entity.objects.filter(pk=huawei.pk).update(
            name=odd, description=odd, native_name=odd, native_language="en"
        )
        Fact.objects.update(label=odd, value=odd)
        assert b"<img src=x" not in page().content

    def test_takes_as_many_queries_for_much_as_for_little(self, page, huawei, django_assert_num_queries):
        with CaptureQueriesContext(connection) as little:
            page()
        for number in range(6):
            cast.published(f"a-{number}", body="Huawei won. Huawei lost.")
            other = cast.entity(f"Firm {number}")
            cast.relation(huawei, "customer-of", other)
            cast.event(f"e-{number}", (huawei, other), tags=("chips",))
            Evidence.objects.create(
                fact=Fact.objects.create(entity=huawei, label="Site", value=str(number)), source=cast.source()
            )
        with django_assert_num_queries(len(little)):
            page()


class TestSentences:
    def test_come_in_pages(self, client, huawei):
        cast.published(body=" ".join(["Huawei won."] * 101))
        pages = [client.get("/entities/huawei/", {"page": page}).context["sentences"] for page in ("1", "2")]
        assert pages == [100, 1]

    @pytest.mark.parametrize("page", ["0", "-1", "abc", "2", str(10**9)])
    def test_have_only_the_pages_they_have(self, client, huawei, page):
        assert client.get("/entities/huawei/", {"page": page}).status_code == 404


class TestAddresses:
    @pytest.mark.parametrize("page", PAGES)
    def test_of_what_is_private_or_never_was_are_not_found(self, client, page):
        cast.entity("Hidden", public=False)
        for slug in ("hidden", "nobody"):
            assert client.get(f"/entities/{slug}{page}").status_code == 404

    @pytest.mark.parametrize("page", PAGES)
    def test_that_changed_lead_on_with_their_questions(self, client, huawei, page):
        cast.move(huawei, "huawei-technologies")
        answer = client.get(f"/entities/huawei{page}?page=1")
        assert answer.status_code == 301
        assert answer["Location"] == f"/entities/huawei-technologies{page}?page=1"
        assert client.get(answer["Location"]).status_code == 200

    @pytest.mark.parametrize("page", PAGES)
    def test_that_led_to_what_became_private_lead_nowhere(self, client, huawei, page):
        cast.move(huawei, "huawei-technologies")
        Entity.objects.update(public=False)
        assert client.get(f"/entities/huawei{page}").status_code == 404
