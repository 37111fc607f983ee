"""Otto and Edda open the same thing; Otto saves it with other rows, and then Edda does."""

import json
import re

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from reversion.models import Version

from entities.models import Alias, Entity, Event, Relation
from tests import cast
from tests.desk import at_the_desk, edda, form_on, sent, text_of
from tests.entities.admin.test_entity import page_of

pytestmark = pytest.mark.django_db

KNOWING = {"_names_seen": "1"}


def otto():
    return at_the_desk("otto", "Editor")


def row_of(form: dict, text: str) -> str:
    """The row of a spelling, such as “aliases-1”."""
    return next(
        name.removesuffix("-text") for name, value in form.items() if value == text and name.endswith("-text")
    )


def told_on(page: str) -> str:
    found = re.search(r'<section class="both-rows".*?</section>', page)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0])) if found else ""


class TestSpellingsOfTwo:
    @pytest.fixture
    def huawei(self):
        return cast.entity("Huawei", aliases=("HW", "Hua Wei"))

    @pytest.fixture
    def both(self, huawei):
        """What each has open, and how each saves."""
        address, first, second = page_of(huawei), otto(), edda()
        opened = form_on(second.get(address))

        def save(theirs: dict, mine: dict):
            sent(first, address, **theirs, **KNOWING)
            return second.post(address, {**opened, **mine, **KNOWING, "_continue": "1"})

        def again(page, button="_save_both", **answers):
            newer = re.search(r'name="_save_both" value="(\w+)"', text_of(page))[1]
            return second.post(address, {**form_on(page), **answers, **KNOWING, button: newer})

        return opened, save, again

    def spellings(self) -> dict[str, tuple]:
        return {one.text: (one.language, one.linkable) for one in Alias.objects.all()}

    def test_that_each_added_both_stay(self, both):
        opened, save, again = both
        page = save({"aliases-3-text": "华为"}, {"aliases-3-text": "Huawei Technologies"})
        assert "华为 The other added it: it stays." in told_on(text_of(page))
        again(page)
        assert set(self.spellings()) == {"Huawei", "HW", "Hua Wei", "华为", "Huawei Technologies"}

    def test_stand_each_under_its_own_name_when_the_other_added_one_before_them(self, both):
        opened, save, again = both
        page = save({"aliases-3-text": "Aaa"}, {"description": "Edda’s"})
        names = re.findall(r'<td class="original">\s*<p>\s*([^<]*?)\s*<', page.content.decode())
        assert names == [form_on(page)[f"aliases-{number}-text"] for number in range(3)]

    def test_that_both_added_alike_are_one(self, both):
        opened, save, again = both
        page = save({"aliases-3-text": "Technologies"}, {"aliases-3-text": "Technologies"})
        assert again(page).status_code == 302
        assert set(self.spellings()) == {"Huawei", "HW", "Hua Wei", "Technologies"}

    def test_that_both_added_almost_alike_are_told(self, both):
        opened, save, again = both
        page = again(save({"aliases-3-text": "华为"}, {"aliases-3-text": "华为", "aliases-3-language": "zh"}))
        assert "Somebody else added “华为” since." in text_of(page)
        assert form_on(page)["aliases-3-language"] == "zh"
        again(page, **{"aliases-3-text": "华为技术"})
        assert {"华为", "华为技术"} < set(self.spellings())

    @pytest.mark.parametrize("button", ["_save_both", "_save_anyway"])
    def test_keep_what_only_one_of_them_changed(self, both, button):
        opened, save, again = both
        first, second = row_of(opened, "HW"), row_of(opened, "Hua Wei")
        page = save(
            {f"{first}-language": "zh", f"{second}-language": "en"},
            {f"{first}-linkable": "", f"{second}-text": "Hua-Wei"},
        )
        again(page, button)
        assert self.spellings()["HW"] == ("zh", False)
        assert self.spellings()["Hua-Wei"] == ("en", True)

    @pytest.mark.parametrize(("stays", "language"), [("mine", "ko"), ("theirs", "zh")])
    def test_are_chosen_where_both_changed_the_same_field(self, both, stays, language):
        opened, save, again = both
        row = row_of(opened, "HW")
        page = save({f"{row}-language": "zh"}, {f"{row}-language": "ko"})
        key = f"_keep-aliases-{Alias.objects.get(text='HW').pk}-language"
        assert f'name="{key}" value="{stays}"' in text_of(page)
        told = told_on(text_of(again(page)))
        assert "HW The other changed it." in told and "Which is to stay?" in told
        assert self.spellings()["HW"] == ("zh", True)
        again(page, **{key: stays})
        assert self.spellings()["HW"] == (language, True)

    def test_keep_her_answer_while_another_is_missing(self, both):
        opened, save, again = both
        rows = [row_of(opened, "HW"), row_of(opened, "Hua Wei")]
        page = save({f"{row}-language": "zh" for row in rows}, {f"{row}-language": "ko" for row in rows})
        key = f"_keep-aliases-{Alias.objects.get(text='HW').pk}-language"
        page = again(page, **{key: "theirs"})
        assert form_on(page)[key] == "theirs"
        other = f"_keep-aliases-{Alias.objects.get(text='Hua Wei').pk}-language"
        again(page, **{other: "mine"})
        assert (self.spellings()["HW"][0], self.spellings()["Hua Wei"][0]) == ("zh", "ko")

    def test_hers_win_where_both_changed_the_same_if_she_says_so(self, both):
        opened, save, again = both
        row = row_of(opened, "HW")
        again(save({f"{row}-language": "zh"}, {f"{row}-language": "ko"}), "_save_anyway")
        assert self.spellings()["HW"] == ("ko", True)

    def test_that_one_deleted_and_the_other_left_alone_go_when_that_was_shown(self, both):
        opened, save, again = both
        page = save({f"{row_of(opened, 'HW')}-DELETE": "on"}, {"description": "Edda’s"})
        assert "HW The other deleted it, and you left it as it was: it goes." in told_on(text_of(page))
        again(page)
        assert "HW" not in self.spellings()
        assert Entity.objects.get().description == "Edda’s"

    @pytest.mark.parametrize(("stays", "language"), [("mine", "ko"), ("theirs", None)])
    def test_that_one_deleted_and_the_other_changed_are_asked_about(self, both, stays, language):
        opened, save, again = both
        row, pk = row_of(opened, "HW"), Alias.objects.get(text="HW").pk
        page = save({f"{row}-DELETE": "on"}, {f"{row}-language": "ko"})
        assert "HW, ko The other deleted it, and you changed it." in told_on(text_of(page))
        page = again(page)
        assert "Which is to stay?" in told_on(text_of(page)) and "HW" not in self.spellings()
        again(page, **{f"_keep-aliases-{pk}": stays})
        assert self.spellings().get("HW", (None,))[0] == language

    @pytest.mark.parametrize(("stays", "language"), [("mine", None), ("theirs", "zh")])
    def test_that_she_deleted_and_the_first_changed_are_asked_about(self, both, stays, language):
        opened, save, again = both
        row, pk = row_of(opened, "HW"), Alias.objects.get(text="HW").pk
        page = save({f"{row}-language": "zh"}, {f"{row}-DELETE": "on"})
        assert "HW You deleted it, and the other changed it." in told_on(text_of(page))
        assert "HW" in self.spellings()
        again(page, **{f"_keep-aliases-{pk}": stays})
        assert self.spellings().get("HW", (None,))[0] == language

    def test_survive_a_change_by_a_third(self, both, huawei):
        opened, save, again = both
        row = row_of(opened, "HW")
        page = save({f"{row}-language": "zh"}, {f"{row}-linkable": ""})
        sent(at_the_desk("third", "Editor"), page_of(huawei), **{f"{row}-language": "ja"}, **KNOWING)
        page = again(page)
        assert "third saved this on" in text_of(page)
        again(page)
        assert self.spellings()["HW"] == ("ja", False)

    @pytest.mark.parametrize(
        "odd", ["", "x", "[1]", '{"text": 1, "pk": 5}', "[" * 5000, json.dumps({"pk": "9" * 40})]
    )
    def test_are_asked_about_where_the_page_does_not_say_what_it_held(self, both, odd):
        opened, save, again = both
        row = row_of(opened, "HW")
        page = save({f"{row}-language": "zh"}, {f"{row}-language": "ko", f"{row}-opened": odd})
        assert page.status_code == 200
        assert self.spellings()["HW"] == ("zh", True)


class TestPlainFieldsOfTwo:
    def test_come_together_beside_relations_that_changed(self):
        """A relation that is changed on its own page leaves no version of the entity in history."""
        huawei, smic, _ = cast.duo()
        relation, desk, first = cast.relation(huawei, "customer-of", smic), edda(), otto()
        opened = form_on(desk.get(page_of(huawei)))
        sent(first, reverse("admin:entities_relation_change", args=[relation.pk]), note="Otto’s")
        sent(first, page_of(huawei), website="https://example.org/", description="Otto’s")
        mine = {**opened, "native_name": "华为", "native_language": "zh", "description": "Edda’s", **KNOWING}
        page = desk.post(page_of(huawei), mine)
        newer = re.search(r'name="_save_both" value="(\w+)"', text_of(page))[1]
        desk.post(
            page_of(huawei), {**form_on(page), "_keep-description": "theirs", "_save_both": newer, **KNOWING}
        )
        huawei.refresh_from_db()
        stored = (huawei.website, huawei.native_name, huawei.description, Relation.objects.get().note)
        assert stored == ("https://example.org/", "华为", "Otto’s", "Otto’s")

    def test_of_an_event_come_together_with_its_evidence(self):
        event, desk = cast.event(summary="First.\n\nSecond."), edda()
        address = reverse("admin:entities_event_change", args=[event.pk])
        opened = form_on(desk.get(address))
        huawei = cast.entity("Huawei")
        theirs = {"summary": "Otto’s.\n\nSecond.", "evidence-0-note": "Page 3", "entities": [str(huawei.pk)]}
        sent(otto(), address, **theirs)
        mine = {
            "summary": "First.\n\nEdda’s.",
            "evidence-1-source": cast.source("other").pk,
            "significance": "3",
        }
        page = desk.post(address, {**opened, **mine})
        desk.post(address, {**form_on(page), "_save_both": "2"})
        event = Event.objects.get()
        assert (event.summary, event.significance) == ("Otto’s.\n\nEdda’s.", 3)
        assert [one.note for one in event.evidence.all()] == ["Page 3", ""]
        assert list(event.entities.all()) == [huawei]

    def test_of_what_has_no_numbered_versions_come_together_too(self):
        source, desk = cast.source(), edda()
        address = reverse("admin:articles_source_change", args=[source.pk])
        opened = form_on(desk.get(address))
        sent(otto(), address, publisher="Otto’s")
        page = desk.post(address, {**opened, "title": "Edda’s"})
        newer = re.search(r'name="_save_both" value="(\w+)"', text_of(page))[1]
        desk.post(address, {**form_on(page), "_save_both": newer})
        source.refresh_from_db()
        assert (source.title, source.publisher) == ("Edda’s", "Otto’s")


class TestRowsThatChangeByAnotherDoor:
    """Without a new version of the thing that they belong to."""

    def test_are_not_written_over(self):
        huawei, desk = cast.entity("Huawei", aliases=("HW",)), edda()
        opened = form_on(desk.get(page_of(huawei)))
        row = row_of(opened, "HW")
        Alias.objects.filter(text="HW").update(language="zh")
        desk.post(page_of(huawei), {**opened, f"{row}-linkable": "", **KNOWING})
        assert [(one.language, one.linkable) for one in Alias.objects.filter(text="HW")] == [("zh", False)]

    def test_are_asked_about_where_both_changed_the_same(self):
        huawei, desk = cast.entity("Huawei", aliases=("HW",)), edda()
        opened = form_on(desk.get(page_of(huawei)))
        row = row_of(opened, "HW")
        Alias.objects.filter(text="HW").update(language="zh")
        page = desk.post(page_of(huawei), {**opened, f"{row}-language": "ko", **KNOWING})
        assert "Somebody else changed these rows too." in text_of(page)
        desk.post(page_of(huawei), {**form_on(page), "_save_anyway": "1", **KNOWING})
        assert Alias.objects.get(text="HW").language == "ko"


@pytest.mark.parametrize("count", ["INITIAL", "TOTAL"])
@pytest.mark.parametrize("sent_as", ["٠", "9" * 19, "-1", "x"])
def test_rows_are_those_that_were_sent_whatever_their_count_says(count, sent_as):
    huawei = cast.entity("Huawei", aliases=("HW",))
    address = reverse("admin:entities_entity_change", args=[huawei.pk])
    assert sent(edda(), address, **{f"aliases-{count}_FORMS": sent_as}).status_code == 302
    assert sorted(huawei.aliases.values_list("text", flat=True)) == ["HW", "Huawei"]


def test_a_row_carries_nothing_into_history_or_the_log():
    huawei, desk = cast.entity("Huawei"), edda()
    desk.post(page_of(huawei), form_on(desk.get(page_of(huawei))))
    assert LogEntry.objects.get().change_message == "[]"
    assert "opened" not in Version.objects.first().serialized_data
