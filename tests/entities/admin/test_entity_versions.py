import pytest
from django.urls import reverse
from reversion.models import Version

from entities.models import Alias, Entity, Mention, Relation
from tests import cast
from tests.desk import at_the_desk, delete, edda, form_on, sent, text_of
from tests.entities.admin.test_entity import ADD, FACT, live_page, page_of

pytestmark = pytest.mark.django_db


class TestTwoEditors:
    def test_rows_that_one_adds_count_as_a_change_for_the_other(self):
        huawei, desk = cast.entity("Huawei"), edda()
        opened = form_on(desk.get(page_of(huawei)))
        sent(at_the_desk("otto", "Editor"), page_of(huawei), **{"aliases-1-text": "华为"})
        response = desk.post(
            page_of(huawei), {**opened, "description": "Edda’s", "aliases-1-text": "Hua Wei"}
        )
        assert "otto saved this on" in text_of(response)
        assert (form_on(response)["description"], form_on(response)["aliases-1-text"]) == (
            "Edda’s",
            "Hua Wei",
        )
        assert not Alias.objects.filter(text="Hua Wei").exists()

    def test_a_relation_changed_on_its_own_page_counts_as_a_change_of_both_ends(self):
        huawei, smic, _ = cast.duo()
        relation, desk = cast.relation(huawei, "customer-of", smic), edda()
        opened = [(page_of(end), form_on(desk.get(page_of(end)))) for end in (huawei, smic)]
        sent(
            at_the_desk("otto", "Editor"),
            reverse("admin:entities_relation_change", args=[relation.pk]),
            note="Since 2020",
        )
        for address, data in opened:
            assert "Somebody saved this" in text_of(desk.post(address, data))

    def test_a_relation_changed_as_a_row_counts_as_a_change_of_its_own_page(self):
        huawei, smic, _ = cast.duo()
        relation, desk = cast.relation(huawei, "customer-of", smic), edda()
        own = reverse("admin:entities_relation_change", args=[relation.pk])
        opened = form_on(desk.get(own))
        sent(at_the_desk("otto", "Editor"), page_of(huawei), **{"relations_from-0-note": "Otto’s"})
        assert "saved this" in text_of(desk.post(own, {**opened, "note": "Edda’s"}))
        assert Relation.objects.get().note == "Otto’s"


class TestHistory:
    def test_brings_back_spellings_facts_tags_and_links(self, client):
        huawei, desk = cast.entity("Huawei", aliases=("华为",), tags=("chips, small",)), edda()
        cast.published(body="华为 designs phones.")
        rows = form_on(desk.get(page_of(huawei)))
        number = next(
            key.split("-")[1] for key, value in rows.items() if key.endswith("-text") and value == "华为"
        )
        sent(
            desk,
            page_of(huawei),
            **{
                f"aliases-{number}-DELETE": "on",
                "tags": "",
                **FACT,
                "facts-0-source": cast.source().pk,
                "_names_seen": "1",
            },
        )
        assert "/entities/huawei/" not in live_page(client)
        first = Version.objects.get_for_object(huawei).last()
        sent(desk, reverse("admin:entities_entity_revision", args=[huawei.pk, first.pk]))
        assert set(huawei.aliases.values_list("text", flat=True)) == {"Huawei", "华为"}
        assert not huawei.facts.exists()
        assert list(huawei.tags.names()) == ["chips, small"]
        assert "/entities/huawei/" in live_page(client)

    def test_shows_the_rows_that_go_and_come_back_before_it_goes_back(self):
        huawei, desk = cast.entity("Huawei"), edda()
        rows = {**FACT, "facts-0-source": cast.source().pk, "kind": "person", "_names_seen": "1"}
        sent(desk, page_of(huawei), **rows)
        first = Version.objects.get_for_object(huawei).last()
        back = reverse("admin:entities_entity_revision", args=[huawei.pk, first.pk])
        shown = text_of(desk.get(back))
        fact = huawei.facts.get()
        assert f"Fact <strong>{fact}</strong> goes: it was added since." in shown
        assert f"Evidence <strong>{fact.evidence.get()}</strong> goes: it was added since." in shown
        assert "<dt>Kind</dt> <dd><p><del>person</del></p><p><ins>company</ins></p></dd>" in shown
        sent(desk, back)
        newer = Version.objects.get_for_object(huawei).order_by("pk")[1]
        shown = text_of(desk.get(reverse("admin:entities_entity_revision", args=[huawei.pk, newer.pk])))
        assert f"Fact <strong>{fact}</strong> comes back." in shown

    def test_takes_no_relation_back_with_the_entity(self):
        huawei, smic, _ = cast.duo()
        relation, desk = cast.relation(huawei, "customer-of", smic), edda()
        sent(desk, page_of(huawei), **{"relations_from-0-note": "First", "description": "First"})
        sent(desk, reverse("admin:entities_relation_change", args=[relation.pk]), note="Second")
        version = Version.objects.get_for_object(huawei).first()
        sent(desk, reverse("admin:entities_entity_revision", args=[huawei.pk, version.pk]))
        relation.refresh_from_db()
        assert relation.note == "Second"

    def test_records_nothing_derived(self):
        cast.published()
        sent(edda(), ADD, name="SMIC", slug="smic", kind="company", _names_seen="1")
        assert Mention.objects.exists()
        assert set(Version.objects.values_list("content_type__model", flat=True)) == {"entity", "alias"}

    def test_recovers_what_was_deleted_with_its_links(self, client):
        huawei, desk = cast.entity("Huawei", aliases=("华为",)), edda()
        cast.published()
        delete(desk, huawei)
        version = Version.objects.get_deleted(Entity).get()
        assert sent(desk, reverse("admin:entities_entity_recover", args=[version.pk])).status_code == 302
        assert set(Entity.objects.get().aliases.values_list("text", flat=True)) == {"Huawei", "华为"}
        assert "/entities/huawei/" in live_page(client)
