"""Several tags that turn out to be one: whatever carried any of them carries the one that stays, once."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef
from taggit.models import Tag, TaggedItem

from articles.models import SlugRecord
from entities.search.rows import tags_changing


def merge_tags(gone: Collection[Tag], heir: Tag) -> None:
    """The heir may be among those that are to go: it stays all the same."""
    with tags_changing(tag.pk for tag in gone):
        for tag in gone:
            if tag.pk != heir.pk:
                hand_over(tag, heir)


def hand_over(gone: Tag, heir: Tag) -> None:
    same_thing = {"content_type": OuterRef("content_type"), "object_id": OuterRef("object_id")}
    items = TaggedItem.objects.filter(tag=gone)
    items.filter(Exists(TaggedItem.objects.filter(tag=heir, **same_thing))).delete()
    items.update(tag=heir)
    SlugRecord.objects.hand_over(gone, heir)
    gone.delete()
