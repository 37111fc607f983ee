"""What carries a tag, across both rooms, as far as readers may know. A tag that nothing public carries is not there."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.db.models.functions import Lower
from taggit.models import Tag, TaggedItem

from articles.models import Edition
from entities.models import Entity, Event

PUBLIC = (Edition.objects.live, Entity.objects.public, Event.objects.public)


@dataclass(frozen=True, slots=True)
class Tagged:
    """What carries all of some tags."""

    editions: QuerySet
    entities: QuerySet
    events: QuerySet

    def __bool__(self) -> bool:
        return self.editions.exists() or self.entities.exists() or self.events.exists()


def tagged(tags: Sequence[Tag]) -> Tagged:
    kinds = [public() for public in PUBLIC]
    for tag in tags:
        kinds = [kind.filter(tags=tag) for kind in kinds]
    return Tagged(*kinds)


def is_carried(tag: Tag) -> bool:
    """Asked of one kind after the other, as most tags stand on an article."""
    return any(public().filter(tags=tag).exists() for public in PUBLIC)


def tag_counts() -> Counter[int]:
    """How many public things carry each tag, by the tag's primary key."""
    counts: Counter[int] = Counter()
    for public in PUBLIC:
        things = public()
        kind = ContentType.objects.get_for_model(things.model)
        items = TaggedItem.objects.filter(content_type=kind, object_id__in=things.values("pk"))
        counts.update(dict(items.values_list("tag").annotate(Count("pk")).order_by()))
    return counts


def public_tags() -> list[tuple[Tag, int]]:
    counts = tag_counts()
    return [(tag, counts[tag.pk]) for tag in Tag.objects.filter(pk__in=counts).order_by(Lower("name"))]


def related_tags(tags: Sequence[Tag], limit: int = 12) -> list[tuple[Tag, int]]:
    """Tags that stand beside these on public things, most often first."""
    counts: Counter[int] = Counter()
    found = tagged(tags)
    for things in (found.editions, found.entities, found.events):
        kind = ContentType.objects.get_for_model(things.model)
        items = TaggedItem.objects.filter(content_type=kind, object_id__in=things.order_by().values("pk"))
        beside = items.exclude(tag__in=tags)
        counts.update(dict(beside.values_list("tag").annotate(Count("pk")).order_by()))
    most = dict(counts.most_common(limit))
    return sorted(
        ((tag, most[tag.pk]) for tag in Tag.objects.filter(pk__in=most)),
        key=lambda pair: (-pair[1], pair[0].name.lower()),
    )


def carried(tags: QuerySet[Tag]) -> QuerySet[Tag]:
    """Those of these tags that something public carries."""
    return tags.filter(reduce(or_, (Exists(public().filter(tags=OuterRef("pk"))) for public in PUBLIC)))
