"""Several tags that turn out to be one: whatever carried any of them carries the one that stays, once."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, OuterRef
from taggit.models import Tag, TaggedItem

from articles.models import SlugRecord


@transaction.atomic
def merge_tags(gone: Iterable[Tag], heir: Tag) -> None:
    """The heir may be among those that are to go: it stays all the same."""
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
