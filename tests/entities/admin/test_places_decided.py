import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import reverse

from entities.linking import foreseeing
from entities.models import Alias, LinkDecision, Mention
from tests import cast
from tests.desk import at_the_desk, edda, form_on, sent, text_of

pytestmark = pytest.mark.django_db

SPELLING = {"aliases-1-text": "Ren’s company"}


@pytest.fixture
def huawei():
    return cast.entity("Huawei")


@pytest.fixture
def desk():
    return edda()


@pytest.fixture
def page(huawei) -> str:
    return reverse("admin:entities_entity_change", args=[huawei.pk])


def confirmed(desk, page: str, *ticked: str, **typed: str):
    question = sent(desk, page, "_save", **(typed or SPELLING))
    return desk.post(page, {**form_on(question), "_names_seen": "1", "_place": list(ticked)})


def place(edition, position: int, words: str) -> str:
    passage = edition.passages.get(position=position)
    start = passage.text.index(words)
    return f"{passage.pk}.{start}.{start + len(words)}"


class TestAPlaceWhereANameWouldLink:
    def test_can_be_kept_from_it_in_the_same_step(self, desk, page):
        edition = cast.published(body="Ren’s company rose.\n\n## Then\n\nRen’s company fell.")
        first = place(edition, 0, "Ren’s company")
        assert f'value="{first}.no"' in sent(desk, page, "_save", **SPELLING).content.decode()
        assert confirmed(desk, page, f"{first}.no").status_code == 302
        assert [mention.passage.position for mention in Mention.objects.all()] == [2]
        assert LinkDecision.objects.get().entity is None

    def test_is_decided_of_by_nobody_who_goes_back_to_the_form(self, desk, page):
        edition = cast.published(body="Ren’s company rose.")
        question = sent(desk, page, "_save", **SPELLING)
        ticked = [f"{place(edition, 0, 'Ren’s company')}.no"]
        desk.post(page, {**form_on(question), "_back": "1", "_place": ticked})
        assert not LinkDecision.objects.exists()

    def test_is_offered_to_those_alone_who_may_decide_about_names(self, page):
        edition = cast.published(body="Ren’s company rose.")
        someone = at_the_desk("someone")
        rights = Permission.objects.filter(content_type__app_label="entities")
        get_user_model().objects.get().user_permissions.set(
            rights.exclude(codename__endswith="_linkdecision")
        )
        assert "No link here" not in text_of(sent(someone, page, "_save", **SPELLING))
        assert confirmed(someone, page, f"{place(edition, 0, 'Ren’s company')}.no").status_code == 403
        assert Alias.objects.count() == 1
        assert not LinkDecision.objects.exists()


class TestAPlaceWhereANameWouldNotLink:
    def test_can_be_linked_all_the_same(self, desk, page, huawei):
        edition = cast.published(body="Huawei rose; so did Ren’s company.")
        assert "Link it to Huawei here" in text_of(sent(desk, page, "_save", **SPELLING))
        confirmed(desk, page, f"{place(edition, 0, 'Ren’s company')}.here")
        assert Mention.objects.get(surface="Ren’s company").linked
        assert LinkDecision.objects.get().entity == huawei

    def test_can_be_led_to_another_that_has_the_spelling(self, desk, page):
        smic = cast.entity("SMIC", aliases=("the foundry",))
        edition = cast.published(body="It pays the foundry.")
        there = place(edition, 0, "the foundry")
        confirmed(desk, page, f"{there}.{smic.pk}", **{"aliases-1-text": "the foundry"})
        assert Mention.objects.get().entity == smic

    def test_of_an_entity_that_is_being_added_can_be_linked(self, desk):
        edition = cast.published(body="SMIC rose, and SMIC fell.")
        second = edition.passages.get().text.rindex("SMIC")
        there = f"{edition.passages.get().pk}.{second}.{second + 4}.here"
        add = "/admin/entities/entity/add/"
        confirmed(desk, add, there, name="SMIC", slug="smic", kind="company")
        assert LinkDecision.objects.get().entity.slug == "smic"


class TestWhatIsTicked:
    def test_stays_ticked_while_other_texts_are_looked_at(self, desk, page, monkeypatch):
        monkeypatch.setattr(foreseeing, "EDITIONS_AT_ONCE", 1)
        for n in range(2):
            newest = cast.published(f"text-{n}", f"Text {n}: Ren’s company rose.")
        question = sent(desk, page, "_save", **SPELLING)
        ticked = f"{place(newest, 0, 'Ren’s company')}.no"
        following = desk.post(page, {**form_on(question), "_start": "1", "_place": [ticked]})
        assert f'type="hidden" name="_place" value="{ticked}"' in following.content.decode()
        again = desk.post(page, {**form_on(following), "_start": "0"})
        assert f'name="_place" value="{ticked}" checked' in again.content.decode()

    @pytest.mark.parametrize(
        "odd", ["", "x", "1.2.no", "{}.0.999.no", "{}.5.2.no", "{}.0.5." + "9" * 18, "9" * 400]
    )
    def test_changes_nothing_where_nothing_of_the_kind_was_offered(self, desk, page, odd):
        edition = cast.published(body="Ren’s company rose. " + "It rose. " * 40)
        assert confirmed(desk, page, odd.format(edition.passages.get().pk)).status_code == 302
        assert not LinkDecision.objects.exists()
