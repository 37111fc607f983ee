import pytest
from django.urls import reverse
from reversion.models import Version
from taggit.models import Tag

from articles.models import TagSynonym
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

    def test_can_be_gone_back_from_and_no_address_dies(self, tag, client):
        desk = edda()
        sent(desk, page_of(tag), "_save", name="semiconductors")
        first = Version.objects.get_for_object(tag).last()
        sent(desk, reverse("admin:taggit_tag_revision", args=[tag.pk, first.pk]), "_save")
        tag.refresh_from_db()
        assert (tag.name, tag.slug) == ("chips", "chips")
        assert client.get("/tags/semiconductors/").url == "/tags/chips/"

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

    def test_makes_the_old_name_a_synonym(self, tag):
        sent(edda(), page_of(tag), "_save", name="semiconductors")
        sent(otto := at_the_desk("otto", "Editor"), page_of(tag), "_save", name="silicon")
        assert list(tag.synonyms.values_list("name", flat=True)) == ["chips", "semiconductors"]
        sent(otto, page_of(tag), "_save", name="Chips")
        assert list(tag.synonyms.values_list("name", flat=True)) == ["semiconductors", "silicon"]

    def test_to_a_synonym_of_another_is_refused(self, tag):
        other = Tag.objects.create(name="Semiconductors")
        TagSynonym.objects.remember(other, "Semis")
        response = sent(edda(), page_of(tag), "_save", name="semis")
        assert "“Semis” is a synonym of “Semiconductors”." in text_of(response)

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


class TestTheList:
    """Which a field of tags asks for while somebody types."""

    ADDRESS = f"{LIST}names/?app_label=taggit&model_name=taggeditem&field_name=tag&term="

    def test_says_how_many_carry_each(self):
        cast.entity("ASML", tags=("EUV", "lenses"))
        cast.write("draft", tags=("EUV",))
        found = wen().get(self.ADDRESS + "euv").json()["results"]
        assert [(tag["text"], tag["carriers"]) for tag in found] == [("EUV", 2)]

    def test_finds_a_tag_by_its_synonym(self):
        TagSynonym.objects.remember(Tag.objects.create(name="EUV"), "extreme ultraviolet")
        found = wen().get(self.ADDRESS + "extreme").json()["results"]
        assert [tag["text"] for tag in found] == ["EUV"]

    def test_begins_with_the_names_that_begin_so(self):
        for name in ("AI chips", "China", "chip design", "Made in China"):
            Tag.objects.create(name=name, slug=name.replace(" ", "-"))
        found = wen().get(self.ADDRESS + "chi").json()["results"]
        assert {tag["text"] for tag in found[:2]} == {"China", "chip design"}
        assert {tag["text"] for tag in found[2:]} == {"AI chips", "Made in China"}

    def test_comes_by_pages(self):
        for n in range(25):
            Tag.objects.create(name=f"tag {n:02}")
        answer = wen().get(self.ADDRESS + "tag").json()
        assert len(answer["results"]) == 20
        assert answer["pagination"]["more"]

    def test_is_not_for_everybody(self):
        assert nora().get(self.ADDRESS).status_code == 403
