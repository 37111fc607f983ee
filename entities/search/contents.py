"""What there is to find of each kind of thing: its names, its texts, and the facets by which it is narrowed."""

import re
from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.timezone import localtime
from taggit.models import TaggedItem

from articles.markup import visible_text
from articles.models import Edition, Source
from entities.models import Entity, Event, Mention
from entities.search.facets import line, years_between

BLOCK_END = re.compile(r"(?=</(?:p|li|h[1-6]|blockquote|t[dh])>)")


def editions(things: list[Edition]):
    tags = tags_of(things)
    for edition in things:
        named = Mention.objects.filter(passage__edition=edition).order_by().values_list("entity", flat=True)
        texts = edition.passages.order_by("position").values_list("text", flat=True)
        year = localtime(edition.first_published).year
        facets = line("article", tags.get(edition.pk, ()), named.distinct(), [year])
        yield edition, [edition.title], [edition.standfirst, *texts], facets


def entities(things: list[Entity]):
    tags = tags_of(things)
    spellings: dict[int, list[str]] = {}
    for entity in Entity.objects.filter(pk__in=[one.pk for one in things]).prefetch_related("aliases"):
        spellings[entity.pk] = [alias.text for alias in entity.aliases.all()]
    for entity in things:
        names = dict.fromkeys([entity.name, entity.native_name, *spellings.get(entity.pk, ())])
        texts = [entity.description, about_text(entity)]
        yield (
            entity,
            [name for name in names if name],
            texts,
            line("entity", tags.get(entity.pk, ()), [entity.pk]),
        )


def about_text(entity: Entity) -> str:
    """Its description as text, in which no two paragraphs run together."""
    return visible_text(BLOCK_END.sub(" ", entity.about_html)).strip()


def events(things: list[Event]):
    tags = tags_of(things)
    named: dict[int, list[int]] = {}
    pairs = Event.entities.through.objects.filter(event__in=things)
    for event, entity in pairs.values_list("event_id", "entity_id"):
        named.setdefault(event, []).append(entity)
    for event in things:
        years = years_between(*(day.year if day else None for day in (event.earliest, event.latest)))
        facets = line("event", tags.get(event.pk, ()), named.get(event.pk, ()), years)
        yield event, [event.title], [event.summary], facets


def sources(things: list[Source]):
    for source in things:
        days = (source.published.earliest, source.published.latest) if source.published else (None, None)
        years = years_between(*(day.year if day else None for day in days))
        yield source, [source.title], [source.publisher, source.citation], line("source", years=years)


def tags_of(things: Sequence[Model]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    items = TaggedItem.objects.filter(
        content_type=kind_of(type(things[0])), object_id__in=[thing.pk for thing in things]
    )
    for thing, tag in items.values_list("object_id", "tag_id"):
        found.setdefault(thing, []).append(tag)
    return found


def kind_of(model: type[Model]) -> ContentType:
    return ContentType.objects.get_for_model(model)


DESCRIBE = {Edition: editions, Entity: entities, Event: events, Source: sources}
