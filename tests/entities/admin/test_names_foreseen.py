from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from entities.linking import foreseeing
from entities.linking.names import current_names
from entities.models import Alias, Entity, Mention
from tests import cast
from tests.desk import edda, form_on, nora, sent, text_of, wen

pytestmark = pytest.mark.django_db

ADD = "/admin/entities/entity/add/"


def page_of(entity: Entity) -> str:
    return reverse("admin:entities_entity_change", args=[entity.pk])


def asked(desk, entity: Entity, spelling: str, **changes) -> str:
    return text_of(sent(desk, page_of(entity), "_save", **{"aliases-1-text": spelling}, **changes))


class TestASpelling:
    @pytest.fixture
    def huawei(self):
        return cast.entity("Huawei")

    def test_is_shown_with_each_sentence_that_it_would_link(self, huawei):
        cast.published("live", "The firm grew. Ren’s company rose; it sold phones. All knew.")
        page = asked(edda(), huawei, "Ren’s company")
        assert "Nothing is saved yet. In 1 text, 1 place would be read otherwise." in page
        assert "<h2>Live, live</h2>" in page
        assert "<q><mark>Ren’s company</mark> rose; it sold phones.</q>" in page
        assert "Becomes a link to <strong>Huawei</strong>." in page

    def test_is_not_saved_before_it_was_confirmed(self, huawei):
        edition = cast.published(body="Ren’s company rose.")
        names, version = current_names(), huawei.version
        asked(edda(), huawei, "Ren’s company", description="New.")
        huawei.refresh_from_db()
        assert (huawei.version, huawei.description) == (version, "")
        assert Alias.objects.get().text == "Huawei"
        assert not Mention.objects.filter(passage__edition=edition).exists()
        assert current_names() is names

    def test_is_saved_with_all_that_was_typed_when_it_is_confirmed(self, huawei):
        cast.published(body="Ren’s company rose.")
        desk = edda()
        question = sent(
            desk, page_of(huawei), "_save", **{"aliases-1-text": "Ren’s company"}, description="New."
        )
        response = desk.post(page_of(huawei), {**form_on(question), "_names_seen": "1"})
        assert response.status_code == 302
        assert response.url == "/admin/entities/entity/"
        huawei.refresh_from_db()
        assert huawei.description == "New."
        assert Mention.objects.get().surface == "Ren’s company"

    def test_can_be_changed_again_and_nothing_is_lost(self, huawei):
        cast.published(body="Ren’s company rose.")
        desk = edda()
        question = sent(
            desk, page_of(huawei), "_save", **{"aliases-1-text": "Ren’s company"}, description="New."
        )
        form = desk.post(page_of(huawei), {**form_on(question), "_back": "1"})
        assert "Nothing is saved yet. Change what you like" in text_of(form)
        assert "Please correct" not in text_of(form)
        assert (form_on(form)["aliases-1-text"], form_on(form)["description"]) == ("Ren’s company", "New.")
        assert Alias.objects.get().text == "Huawei"

    def test_is_saved_at_once_where_it_changes_no_text(self, huawei):
        cast.published(body="Nothing of the kind.")
        assert sent(edda(), page_of(huawei), **{"aliases-1-text": "Ren’s company"}).status_code == 302

    def test_of_a_scheduled_text_is_shown_with_its_time(self, huawei):
        cast.write(body="Ren’s company rose.").publish(editor=None, at=timezone.now() + timedelta(days=3))
        assert "<h2>Needs, scheduled for" in asked(edda(), huawei, "Ren’s company")

    def test_of_a_draft_is_not_shown(self, huawei):
        cast.write(body="Ren’s company rose.")
        assert sent(edda(), page_of(huawei), **{"aliases-1-text": "Ren’s company"}).status_code == 302

    def test_takes_a_link_away_from_a_later_one(self, huawei):
        cast.published(body="Ren’s company rose.\n\nThen Huawei fell.")
        page = asked(edda(), huawei, "Ren’s company")
        assert "<mark>Huawei</mark> fell.</q> <p> Is no longer a link to <strong>Huawei</strong>." in page

    def test_that_another_has_becomes_ambiguous(self, huawei):
        cast.entity("SMIC", aliases=("the foundry",))
        cast.published(body="It pays the foundry.")
        page = asked(edda(), huawei, "the foundry")
        assert (
            "Could mean <strong>Huawei</strong> or <strong>SMIC</strong>: it links to nothing."
            " Its link to <strong>SMIC</strong> goes." in page
        )

    def test_takes_a_link_from_a_shorter_one(self, huawei):
        cast.entity("Ren")
        cast.published(body="So Ren’s company rose.")
        page = asked(edda(), huawei, "Ren’s company")
        assert "Becomes a link to <strong>Huawei</strong>, no longer to <strong>Ren</strong>." in page

    def test_that_goes_takes_its_links_along(self):
        firm = cast.entity("Huawei Technologies", aliases=("Huawei",))
        cast.published()
        desk = edda()
        rows = form_on(desk.get(page_of(firm)))
        number = next(
            key.split("-")[1] for key, value in rows.items() if value == "Huawei" and "-text" in key
        )
        page = text_of(sent(desk, page_of(firm), "_save", **{f"aliases-{number}-DELETE": "on"}))
        assert "Is no longer a link to <strong>Huawei Technologies</strong>." in page
        assert firm.aliases.count() == 2

    def test_is_escaped_with_its_sentence(self, huawei):
        cast.published(body="A <b>&lt;i&gt;company</b> rose.")
        assert "&lt;i&gt;" in asked(edda(), huawei, "company", **{"aliases-1-case_sensitive": ""})

    def test_of_a_new_entity_is_shown_too(self):
        cast.published(body="SMIC rose.")
        desk = edda()
        page = text_of(sent(desk, ADD, "_save", name="SMIC", slug="smic", kind="company"))
        assert "What the names of “SMIC” would do" in page
        assert not Entity.objects.exists()

    @pytest.mark.parametrize("someone", [wen, nora])
    def test_is_an_editors_to_change_whatever_is_confirmed(self, huawei, someone):
        data = {**form_on(edda().get(page_of(huawei))), "aliases-1-text": "Ren’s", "_names_seen": "1"}
        assert someone().post(page_of(huawei), data).status_code == 403
        assert Alias.objects.count() == 1


class TestVeryManyTexts:
    @pytest.fixture(autouse=True)
    def pages_of_two(self, monkeypatch):
        monkeypatch.setattr(foreseeing, "EDITIONS_AT_ONCE", 2)
        monkeypatch.setattr(foreseeing, "MOST_PAGES_LOOKED_THROUGH", 2)

    def test_are_looked_at_by_pages(self):
        huawei, desk = cast.entity("Huawei"), edda()
        for n in range(5):
            cast.published(f"text-{n}", f"Text {n}: Ren’s company rose.")
        question = sent(desk, page_of(huawei), "_save", **{"aliases-1-text": "Ren’s company"})
        page = text_of(question)
        assert (
            "In texts 1 to 2 of the 5 that may hold these names, 2 places would be read otherwise: at least"
            in page
        )
        following = desk.post(page_of(huawei), {**form_on(question), "_start": "4"})
        assert "In texts 5 to 5 of the 5" in text_of(following)
        for odd in ("x", "-1", "9" * 8, "9" * 99):
            assert desk.post(page_of(huawei), {**form_on(question), "_start": odd}).status_code == 200

    def test_in_which_nothing_was_found_so_far_are_told_of(self):
        huawei = cast.entity("Huawei")
        for n in range(5):
            cast.published(f"text-{n}", f"Text {n}: a company of Ren’s rose.")
        assert "In texts 1 to 4 of the 5 that may hold these names, nothing" in asked(
            edda(), huawei, "Ren’s company"
        )

    def test_cost_no_more_queries(self):
        huawei, desk = cast.entity("Huawei"), edda()

        def queries() -> int:
            with CaptureQueriesContext(connection) as captured:
                asked(desk, huawei, "Ren’s company")
            return len(captured)

        for n in range(3):
            cast.published(f"text-{n}", f"Text {n}: Ren’s company rose.")
        queries()
        before = queries()
        for n in range(3, 9):
            cast.published(f"text-{n}", f"Text {n}: Ren’s company rose.")
        assert queries() == before
