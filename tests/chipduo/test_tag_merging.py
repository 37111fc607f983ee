import pytest
from django.core.exceptions import ValidationError
from taggit.models import Tag, TaggedItem

from articles.models import Merger, SlugRecord, TagSynonym
from chipduo.tag_merging import merge_tags, undo
from entities.models import Event
from tests import cast
from tests.kept import rows_of

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

    def test_of_what_was_merged_a_moment_ago_is_refused(self):
        chip, chips = tag("chip"), tag("chips")
        merge_tags([tag("chip")], tag("chips"))
        with pytest.raises(ValidationError, match="“chip” is not there any more"):
            merge_tags([chip], chips)
        assert Merger.objects.count() == 1

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

    def test_makes_the_names_that_are_gone_synonyms(self):
        TagSynonym.objects.create(tag=tag("chip"), name="die", folded="die")
        merge_tags([tag("chip")], tag("chips"))
        assert list(tag("chips").synonyms.values_list("name", flat=True)) == ["chip", "die"]


KEPT = (Tag, TaggedItem, TagSynonym, SlugRecord)


class TestUndoing:
    @pytest.fixture(autouse=True)
    def carriers(self):
        cast.published("both", "Words.", tags=("chip", "chips"))
        cast.entity("SMIC", tags=("chip",))
        cast.event(tags=("chip",))
        Tag.objects.create(name="semiconductors")

    def test_brings_every_row_back(self):
        before = rows_of(KEPT)
        undo(merge_tags([tag("chip"), tag("semiconductors")], tag("chips")))
        assert rows_of(KEPT) == before

    def test_in_reverse_order_takes_a_chain_back(self, client):
        before = rows_of(KEPT)
        first = merge_tags([tag("chip")], tag("chips"))
        second = merge_tags([tag("chips")], tag("semiconductors"))
        undo(second)
        assert client.get("/tags/chip/").url == "/tags/chips/"
        undo(first)
        assert rows_of(KEPT) == before

    def test_leaves_alone_what_has_lost_the_tag_since(self):
        one = cast.write("one", "Words.", tags=("chip",))
        merger = merge_tags([tag("chip")], tag("chips"))
        one.tags.clear()
        Event.objects.all().delete()
        undo(merger)
        assert not one.tags.exists()
        carriers = TaggedItem.objects.filter(tag=tag("chip"))
        assert sorted(str(item.content_object) for item in carriers) == ["Both", "Both, edition 1", "SMIC"]

    def test_is_found_by_search(self, client):
        undo(merge_tags([tag("chip")], tag("chips")))
        assert "SMIC" in client.get("/search/?q=SMIC&tag=chip").content.decode()

    def test_is_refused_while_another_has_the_name(self):
        merger = merge_tags([tag("chip")], tag("chips"))
        Tag.objects.create(name="chip", slug="another")
        with pytest.raises(ValidationError, match="cannot come back"):
            undo(merger)
        assert Tag.objects.count() == 3
