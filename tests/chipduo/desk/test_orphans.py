import pytest
from taggit.models import Tag

from entities.models import Entity
from tests import cast
from tests.desk import edda, text_of

pytestmark = pytest.mark.django_db

ENTITIES, ARTICLES, TAGS = (f"/admin/queues/lone-{what}/" for what in ("entities", "articles", "tags"))


class TestLoneEntities:
    def test_are_those_without_a_mention_an_event_or_a_relation(self):
        huawei, smic, tsmc = cast.duo()
        cast.relation(huawei, "customer-of", smic)
        cast.event(entities=(tsmc,))
        cast.entity("Nikon")
        cast.entity("Zeiss")
        cast.published("one", "It is by Zeiss.")
        page = text_of(edda().get(ENTITIES))
        assert "Nikon" in page
        assert not [
            name
            for name in ("Huawei", "SMIC", "TSMC", "Zeiss")
            if f'<p><span class="quiet">company:</span> {name}' in page
        ]

    def test_are_hidden_from_readers_in_one_click(self):
        nikon = cast.entity("Nikon")
        desk = edda()
        desk.post(ENTITIES, {"settle": f"hide {nikon.pk}"})
        assert not Entity.objects.public().exists()
        assert "Nothing waits here." in text_of(desk.get(ENTITIES))


class TestLoneArticles:
    def test_are_those_without_series_or_tag_to_which_no_other_leads(self):
        cast.published("alone")
        cast.published("tagged", tags=("chips",))
        cast.published("in-series", series=cast.series(), part=1)
        cast.published("linked", "Words.")
        cast.published("linking", "See [it](/articles/linked/).", tags=("chips",))
        page = text_of(edda().get(ARTICLES))
        assert "<p>Alone</p>" in page
        assert not [name for name in ("Tagged", "In-Series", "Linked", "Linking") if f"<p>{name}</p>" in page]


class TestLoneTags:
    def test_are_deleted_in_one_click(self):
        cast.published("tagged", tags=("chips",))
        lone = Tag.objects.create(name="Nothing", slug="nothing")
        edda().post(TAGS, {"settle": f"delete {lone.pk}"})
        assert [tag.name for tag in Tag.objects.all()] == ["chips"]

    def test_that_something_carries_are_not_deleted(self):
        cast.published("tagged", tags=("chips",))
        edda().post(TAGS, {"settle": f"delete {Tag.objects.get().pk}"})
        assert Tag.objects.exists()
