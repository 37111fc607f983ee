import pytest
from django.urls import reverse

from articles.models import Article
from entities.models import Alias, Entity, Fact, Mention
from tests import cast
from tests.desk import delete, edda, form_on, nora, sent, text_of, wen

pytestmark = pytest.mark.django_db

FACT = {
    "facts-0-label": "Founded",
    "facts-0-value": "1987",
    "facts-0-as_of": "about 2020",
    "facts-0-order": "0",
}

KNOWING = {"_names_seen": "1"}  # what the change of names does

ADD = "/admin/entities/entity/add/"


def page_of(entity: Entity) -> str:
    return reverse("admin:entities_entity_change", args=[entity.pk])


def live_page(client) -> str:
    return client.get("/articles/needs/").content.decode()


class TestNames:
    def test_of_a_new_entity_become_links_at_once(self, client):
        cast.published()
        sent(edda(), ADD, name="SMIC", slug="smic", kind="company", **KNOWING)
        assert Alias.objects.get().text == "SMIC"
        assert 'href="/entities/smic/"' in live_page(client)

    def test_that_are_added_become_links(self, client):
        huawei, edition = cast.entity("Huawei Technologies", slug="huawei"), cast.published()
        sent(edda(), page_of(huawei), **{"aliases-1-text": "Huawei"}, **KNOWING)
        assert Mention.objects.filter(entity=huawei, passage__edition=edition).exists()
        assert 'href="/entities/huawei/"' in live_page(client)

    def test_that_are_taken_away_stop_being_links(self, client):
        huawei = cast.entity("Huawei Technologies", slug="huawei", aliases=("Huawei",))
        cast.published()
        desk = edda()
        rows = form_on(desk.get(page_of(huawei)))
        number = next(
            key.split("-")[1] for key, value in rows.items() if key.endswith("-text") and value == "Huawei"
        )
        sent(desk, page_of(huawei), **{f"aliases-{number}-DELETE": "on"}, **KNOWING)
        assert not Mention.objects.exists()
        assert 'href="/entities/huawei/"' not in live_page(client)

    def test_go_by_the_rules_that_their_script_suggests(self):
        huawei = cast.entity("Huawei")
        sent(
            edda(),
            page_of(huawei),
            **{"aliases-1-text": "华为", "aliases-1-case_sensitive": "on", "aliases-1-whole_word": "on"},
        )
        assert not huawei.aliases.get(text="华为").whole_word

    @pytest.mark.parametrize("twin", ["Hua\u200bwei", "Huawei\n", "\u202eHuawei"])
    def test_that_look_like_one_that_is_there_are_refused(self, twin):
        address = reverse("admin:entities_entity_change", args=[cast.entity("Huawei").pk])
        page = sent(edda(), address, **{"aliases-TOTAL_FORMS": "2", "aliases-1-text": twin})
        assert "Please correct the" in text_of(page)
        assert Alias.objects.count() == 1

    def test_are_kept_as_they_are_seen(self):
        address = reverse("admin:entities_entity_change", args=[cast.entity("Huawei").pk])
        sent(
            edda(),
            address,
            **{"name": "\u202eHua\u200bwei", "aliases-TOTAL_FORMS": "2", "aliases-1-text": "H\nW"},
        )
        assert Entity.objects.get().name == "Huawei"
        assert set(Alias.objects.values_list("text", flat=True)) == {"Huawei", "H W"}

    @pytest.mark.parametrize("name", ["\u200b\u2066", "\u3164", "Hu\u0430wei"])
    def test_of_nothing_or_of_two_alphabets_in_a_word_are_refused(self, name):
        address = reverse("admin:entities_entity_change", args=[cast.entity("Huawei").pk])
        assert "Please correct the error" in text_of(sent(edda(), address, name=name))

    def test_that_change_stay_as_spellings(self):
        huawei = cast.entity("Huawei")
        sent(edda(), page_of(huawei), name="Huawei Technologies")
        assert set(huawei.aliases.values_list("text", flat=True)) == {"Huawei", "Huawei Technologies"}

    def test_do_not_link_to_what_is_not_public(self, client):
        cast.entity("Huawei")
        cast.published()
        sent(edda(), page_of(Entity.objects.get()), public="", **KNOWING)
        assert 'href="/entities/huawei/"' not in live_page(client)

    def test_lead_to_the_new_address_and_the_old_one_leads_there_too(self, client):
        cast.entity("Huawei")
        cast.published()
        sent(edda(), page_of(Entity.objects.get()), slug="huawei-technologies")
        assert 'href="/entities/huawei-technologies/"' in live_page(client)
        assert client.get("/entities/huawei/").url == "/entities/huawei-technologies/"

    def test_of_what_is_deleted_lead_nowhere(self, client):
        huawei = cast.entity("Huawei")
        cast.published()
        delete(edda(), huawei)
        assert not Entity.objects.exists()
        assert "/entities/huawei/" not in live_page(client)

    def test_woven_into_the_text_about_it(self):
        cast.entity("SMIC")
        sent(edda(), ADD, name="Huawei", slug="huawei", kind="company", about="It orders from SMIC.")
        assert 'href="/entities/smic/"' in Entity.objects.get(name="Huawei").about_html


class TestFacts:
    def test_rest_on_a_source(self):
        huawei, source = cast.entity("Huawei"), cast.source()
        sent(
            edda(),
            page_of(huawei),
            **FACT,
            **{"facts-0-source": source.pk, "facts-0-citation": "Page 3"},
        )
        evidence = Fact.objects.get().evidence.get()
        assert (evidence.source, evidence.note) == (source, "Page 3")

    def test_resting_on_nothing_are_refused(self):
        huawei = cast.entity("Huawei")
        assert "Say which source" in text_of(sent(edda(), page_of(huawei), **FACT))
        assert not Fact.objects.exists()

    def test_change_the_one_source_they_have(self):
        huawei, source, other = cast.entity("Huawei"), cast.source(), cast.source("other")
        desk = edda()
        sent(desk, page_of(huawei), **FACT, **{"facts-0-source": source.pk})
        sent(desk, page_of(huawei), **{"facts-0-source": other.pk})
        assert Fact.objects.get().evidence.get().source == other

    def test_with_dates_that_nobody_understands_are_refused(self):
        huawei, source = cast.entity("Huawei"), cast.source()
        fields = {**FACT, "facts-0-source": source.pk, "facts-0-as_of": "a while ago"}
        assert "cannot be read as a date" in text_of(sent(edda(), page_of(huawei), **fields))


class TestPermissions:
    @pytest.mark.parametrize("someone", [wen, nora])
    def test_entities_are_not_changed_by_others_than_editors(self, someone):
        huawei, desk = cast.entity("Huawei"), someone()
        data = {**form_on(edda().get(page_of(huawei))), "name": "Mine"}
        assert desk.post(page_of(huawei), data).status_code == 403
        assert desk.post(ADD, {"name": "Mine", "slug": "mine", "kind": "company"}).status_code == 403
        assert Entity.objects.get().name == "Huawei"

    def test_writers_can_look(self):
        assert wen().get(page_of(cast.entity("Huawei"))).status_code == 200


class TestLinkDecisions:
    def test_are_followed_at_once(self, client):
        cast.entity("Huawei")
        edition, desk = cast.published(), edda()
        sent(
            desk,
            "/admin/entities/linkdecision/add/",
            article=edition.article_id,
            surface="Huawei",
            suffix=" designs",
        )
        assert "Huawei designs" in live_page(client)
        assert Article.objects.get().link_decisions.count() == 1
        response = sent(
            desk, "/admin/entities/linkdecision/add/", article=edition.article_id, surface="Nokia"
        )
        assert "“Nokia” is not in the article" in text_of(response)
        decided = Article.objects.get().link_decisions.get()
        delete(desk, decided)
        assert 'href="/entities/huawei/" class="entity">Huawei</a> designs' in live_page(client)


@pytest.mark.parametrize("since", ["", "2004"])
class TestARelationThatIsThereAlready:
    @pytest.fixture
    def smic(self, since):
        smic = cast.entity("SMIC")
        cast.relation(smic, "sustains", cast.entity("Huawei"), since=since)
        return smic

    def row(self, number: int, since: str) -> dict[str, str]:
        row = {
            "standing": "recorded",
            "origin": "record",
            "kind": "sustains",
            "object": Entity.objects.get(name="Huawei").pk,
            "since": since,
        }
        return {f"relations_from-{number}-{name}": value for name, value in row.items()}

    def test_is_refused_in_a_row(self, smic, since):
        page = sent(edda(), page_of(smic), **self.row(1, since))
        assert "already" in text_of(page) or "duplicate" in text_of(page)
        assert smic.relations_from.count() == 1

    def test_is_refused_in_two_new_rows(self, smic, since):
        smic.relations_from.all().delete()
        rows = {**self.row(0, since), **self.row(1, since), "relations_from-TOTAL_FORMS": "2"}
        assert "Please correct the" in text_of(sent(edda(), page_of(smic), **rows))
        assert not smic.relations_from.exists()

    def test_is_refused_on_a_page_of_its_own(self, smic, since):
        other = Entity.objects.get(name="Huawei").pk
        page = sent(
            edda(),
            "/admin/entities/relation/add/",
            subject=smic.pk,
            kind="sustains",
            object=other,
            since=since,
        )
        assert "already" in text_of(page)
        assert smic.relations_from.count() == 1
