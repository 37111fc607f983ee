import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from taggit.models import Tag, TaggedItem

from articles.models import Merger, TagSynonym
from tests import cast
from tests.desk import edda, form_on, merge, nora, sent, text_of, wen

pytestmark = pytest.mark.django_db
LIST = "/admin/taggit/tag/"


def page_of(tag: Tag) -> str:
    return reverse("admin:taggit_tag_change", args=[tag.pk])


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

    def test_shows_what_it_would_do_kind_by_kind(self, two):
        desk = edda()
        page = text_of(desk.post(self.select(desk, *two).url, {"heir": two[1].pk}))
        assert "<h2>Entities</h2> <h3>Will add (1)</h3> <ul> <li>TSMC</li>" in page
        assert "<h3>Already has, or says nothing any more (1)</h3> <ul> <li>SMIC</li>" in page
        assert Tag.objects.count() == 2

    def test_asks_no_more_of_the_database_for_more_carriers(self, two):
        desk = edda()
        address = f"{LIST}merge/?these={two[0].pk}.{two[1].pk}"

        def queries() -> int:
            with CaptureQueriesContext(connection) as captured:
                assert desk.post(address, {"heir": two[1].pk}).status_code == 200
            return len(captured)

        def add(first: int, last: int) -> None:
            for n in range(first, last):
                cast.published(f"article-{n}", tags=("chip",))
                cast.entity(f"Firm {n}", tags=("chip",))
                cast.event(f"event-{n}", tags=("chip",))

        add(0, 1)
        queries()
        before = queries()
        add(1, 6)
        assert queries() == before

    def test_can_be_undone(self, two):
        desk = edda()
        merge(desk, self.select(desk, *two).url, two[1])
        page = f"{LIST}mergers/{Merger.objects.get().pk}/"
        assert "is undone" in text_of(desk.post(page, follow=True))
        assert set(Tag.objects.all()) == set(two)
        assert TaggedItem.objects.filter(tag=two[0]).count() == 2

    def test_merges_into_the_one_that_stays(self, two):
        desk = edda()
        response = merge(desk, self.select(desk, *two).url, two[1])
        assert "Merged “chip” into “chips”" in text_of(desk.get(response.url))
        assert Tag.objects.get() == two[1]
        assert TaggedItem.objects.count() == 2

    @pytest.mark.parametrize("someone", [wen, nora])
    def test_is_not_done_without_its_permission(self, two, someone):
        desk = someone()
        assert "Merge selected" not in desk.get(LIST).content.decode()
        assert (
            desk.post(
                f"{LIST}merge/?these={two[0].pk}.{two[1].pk}", {"heir": two[1].pk, "_merge": "1"}
            ).status_code
            == 403
        )
        assert Tag.objects.count() == 2

    def test_of_taggit_is_not_there(self):
        assert edda().get(f"{LIST}merge-tags/").status_code != 200


class TestSynonyms:
    @pytest.fixture
    def tag(self):
        return Tag.objects.create(name="EUV")

    def add(self, desk, tag: Tag, name: str):
        return sent(desk, page_of(tag), "_continue", **{"synonyms-0-name": name})

    def test_are_kept_on_the_form_of_their_tag(self, tag):
        desk = edda()
        self.add(desk, tag, "extreme  ultraviolet")
        assert form_on(desk.get(page_of(tag)))["synonyms-0-name"] == "extreme ultraviolet"

    def test_that_are_typed_become_their_tag(self, tag):
        desk = edda()
        self.add(desk, tag, "Extreme Ultraviolet")
        entity = cast.entity("ASML")
        typed = "EXTREME ultraviolet\nEUV\nlenses"
        sent(desk, f"/admin/entities/entity/{entity.pk}/change/", tags=typed)
        assert set(entity.tags.names()) == {"EUV", "lenses"}

    def test_that_are_typed_become_their_tag_for_writers_too(self, tag):
        TagSynonym.objects.remember(tag, "极紫外光")
        article = cast.write()
        sent(wen(), f"/admin/articles/article/{article.pk}/change/", tags="极紫外光")
        assert list(article.tags.all()) == [tag]

    def test_cannot_be_the_name_of_a_tag(self, tag):
        Tag.objects.create(name="DUV")
        assert "“DUV” is a tag itself" in text_of(self.add(edda(), tag, "duv"))

    def test_stand_for_one_tag(self, tag):
        TagSynonym.objects.remember(Tag.objects.create(name="DUV"), "Lithography")
        assert "“Lithography” stands for “DUV” already." in text_of(self.add(edda(), tag, "lithography"))

    @pytest.mark.parametrize("someone", [wen, nora])
    def test_are_an_editors_to_change(self, tag, someone):
        data = {**form_on(edda().get(page_of(tag))), "synonyms-0-name": "Mine"}
        assert someone().post(page_of(tag), data).status_code == 403
        assert not TagSynonym.objects.exists()
