import pytest
from django.urls import reverse
from taggit.models import Tag, TaggedItem

from tests import cast
from tests.desk import at_the_desk, edda, form_on, nora, sent, text_of, wen

pytestmark = pytest.mark.django_db

LIST = "/admin/taggit/tag/"


def page_of(tag: Tag) -> str:
    return reverse("admin:taggit_tag_change", args=[tag.pk])


class TestCounts:
    def test_tell_what_readers_see_from_what_is_at_the_desk(self):
        cast.write("draft", "Words.", tags=("EUV",))
        cast.published("live", "Words.", tags=("EUV",))
        cast.entity("ASML", tags=("EUV",))
        cast.entity("Hidden", tags=("EUV",), public=False)
        cast.event(tags=("EUV",))
        row = edda().get(LIST).context["cl"].queryset.get()
        assert (row.on_public_pages, row.at_the_desk) == (3, 5)


class TestRenaming:
    @pytest.fixture
    def tag(self):
        cast.entity("SMIC", tags=("chips",))
        return Tag.objects.get()

    def test_changes_the_address_and_keeps_the_old_one_alive(self, tag, client):
        sent(edda(), page_of(tag), "_save", name="semiconductors, small")
        tag.refresh_from_db()
        assert (tag.name, tag.slug) == ("semiconductors, small", "semiconductors-small")
        assert client.get("/tags/chips/").url == "/tags/semiconductors-small/"

    def test_takes_an_address_that_is_written_by_hand(self, tag):
        sent(edda(), page_of(tag), "_save", name="semiconductors", slug="semis")
        tag.refresh_from_db()
        assert tag.slug == "semis"

    def test_can_change_the_case_alone(self, tag):
        sent(edda(), page_of(tag), "_save", name="Chips")
        tag.refresh_from_db()
        assert (tag.name, tag.slug) == ("Chips", "chips")

    def test_to_the_name_of_another_offers_to_merge_the_two(self, tag):
        other = Tag.objects.create(name="Semiconductors")
        response = sent(edda(), page_of(tag), "_save", name="semiconductors")
        assert f'<a href="{LIST}merge/?these={tag.pk}.{other.pk}">Merge the two?</a>' in text_of(response)
        tag.refresh_from_db()
        assert tag.name == "chips"

    def test_escapes_the_name_of_the_other(self, tag):
        Tag.objects.create(name="<b>bold</b>")
        response = sent(edda(), page_of(tag), "_save", name="<B>bold</B>")
        assert "&lt;b&gt;bold&lt;/b&gt;" in text_of(response)

    def test_to_a_name_without_an_address_is_refused(self, tag):
        assert "no letter or number" in text_of(sent(edda(), page_of(tag), "_save", name="+++"))

    def test_is_told_to_the_second_of_two(self, tag):
        desk = edda()
        opened = form_on(desk.get(page_of(tag)))
        sent(at_the_desk("otto", "Editor"), page_of(tag), "_save", name="Otto’s")
        response = desk.post(page_of(tag), {**opened, "name": "Edda’s"})
        assert "otto saved this on" in text_of(response)
        assert form_on(response)["name"] == "Edda’s"
        tag.refresh_from_db()
        assert tag.name == "Otto’s"

    @pytest.mark.parametrize("someone", [wen, nora])
    def test_is_an_editors_right(self, tag, someone):
        data = {**form_on(edda().get(page_of(tag))), "name": "Mine"}
        assert someone().post(page_of(tag), data).status_code == 403
        tag.refresh_from_db()
        assert tag.name == "chips"


class TestAdding:
    def test_is_a_writers_right(self):
        sent(wen(), f"{LIST}add/", "_save", name="chips, small")
        assert Tag.objects.get().slug == "chips-small"

    def test_a_name_that_is_there_is_refused(self):
        Tag.objects.create(name="Chips")
        assert "“Chips” is a tag already" in text_of(sent(wen(), f"{LIST}add/", "_save", name="chips"))


class TestMerging:
    @pytest.fixture
    def two(self):
        cast.entity("SMIC", tags=("chip", "chips"))
        cast.entity("TSMC", tags=("chip",))
        return Tag.objects.get(name="chip"), Tag.objects.get(name="chips")

    def select(self, desk, *tags: Tag):
        return desk.post(LIST, {"action": "merge_selected", "_selected_action": [tag.pk for tag in tags]})

    def test_says_what_each_would_gain(self, two):
        desk = edda()
        page = text_of(desk.get(self.select(desk, *two).url))
        assert "2 things carry it; 0 more will." in page
        assert "1 things carry it; 1 more will." in page

    def test_merges_into_the_one_that_stays(self, two):
        desk = edda()
        response = desk.post(self.select(desk, *two).url, {"heir": two[1].pk})
        assert "Merged “chip” into “chips”" in text_of(desk.get(response.url))
        assert Tag.objects.get() == two[1]
        assert TaggedItem.objects.count() == 2

    @pytest.mark.parametrize("someone", [wen, nora])
    def test_is_not_done_without_its_permission(self, two, someone):
        desk = someone()
        assert "Merge selected" not in desk.get(LIST).content.decode()
        assert (
            desk.post(f"{LIST}merge/?these={two[0].pk}.{two[1].pk}", {"heir": two[1].pk}).status_code == 403
        )
        assert Tag.objects.count() == 2

    def test_of_taggit_is_not_there(self):
        assert edda().get(f"{LIST}merge-tags/").status_code != 200
