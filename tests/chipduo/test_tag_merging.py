import pytest
from taggit.models import Tag, TaggedItem

from chipduo.tag_merging import merge_tags
from tests import cast

pytestmark = pytest.mark.django_db


def tag(name: str) -> Tag:
    return Tag.objects.get(name=name)


class TestMergingTags:
    @pytest.fixture(autouse=True)
    def carriers(self):
        cast.write("both", "Words.", tags=("chip", "chips"))
        cast.published("one", "Words.", tags=("chip",))
        cast.entity("SMIC", tags=("chip",))
        cast.event(tags=("chips",))

    def test_gives_the_heir_all_that_carried_any_of_them_once(self):
        merge_tags([tag("chip")], tag("chips"))
        carriers = [(item.content_type.model, str(item.content_object)) for item in TaggedItem.objects.all()]
        assert sorted(carriers) == [
            ("article", "Both"),
            ("article", "One"),
            ("edition", "One, edition 1"),
            ("entity", "SMIC"),
            ("event", "Orders-Move"),
        ]
        assert Tag.objects.get().name == "chips"

    def test_keeps_the_heir_when_it_is_among_them(self):
        merge_tags([tag("chip"), tag("chips")], tag("chips"))
        assert Tag.objects.get().name == "chips"
        assert TaggedItem.objects.count() == 5

    def test_leads_the_old_addresses_to_the_heir(self, client):
        Tag.objects.create(name="semiconductors")
        merge_tags([tag("chip")], tag("chips"))
        merge_tags([tag("chips")], tag("semiconductors"))
        assert client.get("/tags/chip/").url == "/tags/semiconductors/"
        assert client.get("/tags/chips/").url == "/tags/semiconductors/"

    def test_of_a_tag_into_itself_changes_nothing(self):
        before = list(TaggedItem.objects.values())
        merge_tags([tag("chip")], tag("chip"))
        assert list(TaggedItem.objects.values()) == before
        assert Tag.objects.count() == 2
