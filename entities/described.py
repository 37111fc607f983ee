"""Pages on what the record speaks of, as linked data: from models to `entities.jsonld`."""

from collections.abc import Iterable

from django.db.models import Model
from django.urls import reverse

from articles import described as record
from articles.addresses import at
from articles.described import MOST, card, listing, page, trail
from articles.jsonld import Node, graph
from articles.models import Citation, Edition
from entities import jsonld
from entities.dossiers.pair import Pair
from entities.models import Alias, Entity, Event, Fact
from entities.reading.edition import Reading

EVERY = 5  # an article is about what at least every fifth of its passages names, and else about what most of them do


def reference(entity: Entity) -> Node:
    return jsonld.reference(url=at(entity.get_absolute_url()), name=entity.name, kind=entity.kind)


def article_page(
    edition: Edition, reading: Reading, citations: Iterable[Citation], tags: Iterable[Model]
) -> Node:
    article = jsonld.naming(
        record.article(edition, citations, [tag.name for tag in tags]),
        about=[reference(entity) for entity in subjects(reading)],
        mentions=[reference(entity) for entity, _ in reading.entities[:MOST]],
    )
    return graph(article, record.place_of(edition))


def subjects(reading: Reading) -> list[Entity]:
    often = [entity for entity, passages in reading.entities if passages * EVERY >= len(reading.passages)]
    return often or [entity for entity, _ in reading.entities[:1]]


def entity_page(entity: Entity, aliases: Iterable[Alias], facts: Iterable[Fact]) -> Node:
    native = [(entity.native_name, entity.native_language)] if entity.native_name else []
    node = jsonld.entity(
        url=at(entity.get_absolute_url()),
        name=entity.name,
        kind=entity.kind,
        description=entity.description,
        website=entity.website,
        image=card("entities", entity.slug, entity.version),
        other_names=[*native, *((alias.text, alias.language) for alias in aliases)],
        facts=[(fact.label, fact.value) for fact in facts],
    )
    return graph(node, trail(listing("Entities", "entity_list"), page(entity.name, entity)))


def relations_page(entity: Entity) -> Node:
    relations = "Relations", at(reverse("entity_relations", args=[entity.slug]))
    return graph(trail(listing("Entities", "entity_list"), page(entity.name, entity), relations))


def pair_page(pair: Pair) -> Node:
    names = f"{pair.one.name} and {pair.other.name}"
    return graph(trail(listing("Entities", "entity_list"), page(names, pair)))


def event_page(event: Event) -> Node:
    """Of an event that came through `for_timeline`."""
    node = jsonld.event(
        url=at(event.get_absolute_url()),
        name=event.title,
        summary=event.summary,
        when=event.when,
        standing=event.standing,
        image=card("timeline", event.slug, event.version),
        about=[reference(entity) for entity in event.entities.all()],
    )
    return graph(node, trail(listing("Timeline", "timeline"), page(event.title, event)))
