"""Several tags that turn out to be one: whatever carried any of them carries the one that stays, once. It can be undone."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q
from taggit.models import Tag, TaggedItem

from articles.footprints import Trace
from articles.models import Article, Edition, Merger, SlugRecord, TagSynonym
from entities.models import Entity, Event
from entities.search.rows import tags_changing

CARRIERS = {Article: ("title",), Edition: ("title", "number"), Entity: ("name",), Event: ("title",)}


def merge_tags(gone: Iterable[Tag], heir: Tag, editor: Any = None) -> Merger | None:
    """The heir may be among those that are to go: it stays all the same."""
    gone = [tag for tag in gone if tag.pk != heir.pk]
    if not gone:
        return None
    with tags_changing(tag.pk for tag in gone):
        hold([*gone, heir])
        with Merger.objects.recorded(gone, heir, traces_of(gone, heir), editor) as merger:
            hand_over(gone, heir)
    return merger


def undo(merger: Merger, editor: Any = None) -> None:
    with tags_changing([merger.heir_id]):
        merger.take_back(editor)


def hold(tags: Sequence[Tag]) -> None:
    """Until the transaction ends, or a ValidationError: somebody may have merged the same ones a moment ago."""
    there = set(
        Tag.objects.select_for_update().filter(pk__in=[tag.pk for tag in tags]).values_list("pk", flat=True)
    )
    if missing := [tag for tag in tags if tag.pk not in there]:
        raise ValidationError(f"“{missing[0]}” is not there any more: it was merged or deleted meanwhile.")


def hand_over(gone: Sequence[Tag], heir: Tag) -> None:
    same_thing = {"content_type": OuterRef("content_type"), "object_id": OuterRef("object_id")}
    for tag in gone:
        items = TaggedItem.objects.filter(tag=tag)
        items.filter(Exists(TaggedItem.objects.filter(tag=heir, **same_thing))).delete()
        items.update(tag=heir)
        SlugRecord.objects.hand_over(tag, heir)
        TagSynonym.objects.filter(tag=tag).update(tag=heir)
        tag.delete()
        TagSynonym.objects.remember(heir, tag.name)


def traces_of(gone: Sequence[Tag], heir: Tag) -> list[Trace]:
    pks = [heir.pk, *(tag.pk for tag in gone)]
    kind = ContentType.objects.get_for_model(Tag)
    addresses = Q(object_id__in=pks) | Q(slug__in=[tag.slug for tag in gone])
    return [
        Trace("Name", Tag.objects.filter(pk__in=pks)),
        *(carried_by(model, pks) for model in CARRIERS),
        Trace("Synonyms", TagSynonym.objects.filter(tag__in=pks), loose=True),
        Trace("Addresses", SlugRecord.objects.filter(addresses, content_type=kind)),
    ]


def carried_by(model: type, pks: list[int]) -> Trace:
    """Whoever takes the tag off a thing after the merge has the last word on that thing."""
    items = TaggedItem.objects.filter(tag__in=pks, content_type=ContentType.objects.get_for_model(model))
    things = GenericPrefetch("content_object", [model._default_manager.only(*CARRIERS[model])])
    title = str(model._meta.verbose_name_plural).capitalize()
    return Trace(title, items.order_by("pk").prefetch_related(things), carrier, loose=True)


def carrier(item: TaggedItem) -> str:
    return str(item.content_object)
