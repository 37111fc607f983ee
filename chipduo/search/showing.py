"""Hits as they are shown: the title, where it leads, and the words that were looked for, marked in the text around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import urlencode

from articles.models import Edition, Passage, Source
from chipduo.search.hits import Hit
from entities.models import Entity, Event
from entities.search.asking import Asked, Phrase
from entities.search.contents import about_text
from entities.search.extracts import Run, extract
from entities.search.facets import SEPARATOR

MOST_PASSAGES = 3  # of one article
TITLE = 300


class Held(NamedTuple):
    """What is read of a passage."""

    edition: int
    position: int
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A passage by its key, as the how-manieth of its article, with what was found in it."""

    key: str
    number: int
    address: str
    runs: list[Run]


@dataclass(frozen=True, slots=True)
class Shown:
    """`also`: the spelling by which an entity was found, when that is not its name. `passages`: how many hold the words."""

    kind: str
    thing: Any
    title: list[Run]
    address: str
    runs: list[Run]
    also: list[Run]
    places: list[Place]
    passages: int = 0


def show(hits: Sequence[Hit], asked: Asked) -> list[Shown]:
    things = {
        (kind, thing.pk): thing
        for kind in READ
        for thing in READ[kind]([h.pk for h in hits if h.kind == kind])
    }
    chosen = chosen_passages([hit for hit in hits if hit.kind == "article"], asked.phrases)
    return [shown(hit.kind, things[hit.kind, hit.pk], asked, chosen) for hit in hits]


def shown(kind: str, thing: Any, asked: Asked, chosen: dict[int, tuple[int, list[Held]]]) -> Shown:
    passages, places, address = 0, [], thing.get_absolute_url() if kind != "article" else ""
    if kind == "article":
        address = f"{thing.article.get_absolute_url()}?{urlencode({'q': asked.text})}"
        passages, found = chosen.get(thing.pk, (0, []))
        places = [
            Place(one.key, one.position + 1, f"{address}#{one.key}", extract(one.text, asked.phrases))
            for one in found
        ]
    return Shown(
        kind,
        thing,
        extract(str(TITLES[kind](thing)), asked.phrases, TITLE),
        address,
        nearest_text(TEXTS[kind](thing), asked.phrases) if not places else [],
        spelling(thing, asked.phrases) if kind == "entity" else [],
        places,
        passages,
    )


def nearest_text(texts: Sequence[str], phrases: Sequence[Phrase]) -> list[Run]:
    """The first that holds any of the words, or else the first."""
    extracts = [extract(text, phrases) for text in texts if text]
    return next((runs for runs in extracts if _holds(runs)), extracts[0] if extracts else [])


def spelling(entity: Entity, phrases: Sequence[Phrase]) -> list[Run]:
    if _holds(extract(entity.name, phrases, TITLE)):
        return []
    others = (extract(alias.text, phrases, TITLE) for alias in entity.aliases.all())
    return next((runs for runs in others if _holds(runs)), [])


def chosen_passages(articles: Sequence[Hit], phrases: Sequence[Phrase]) -> dict[int, tuple[int, list[Held]]]:
    """Of each edition how many passages hold any of the words, and those that hold most of them."""
    counts, wanted = {}, {}
    for hit in articles:
        _, *lines = hit.body.split(f" {SEPARATOR}\n")  # after the standfirst
        held = {at: n for at, line in enumerate(lines) if (n := _how_many(phrases, line))}
        counts[hit.pk] = len(held)
        if nearest := sorted(held, key=lambda at: (-held[at], at))[:MOST_PASSAGES]:
            wanted[hit.pk] = nearest
    found: dict[int, tuple[int, list[Held]]] = {edition: (count, []) for edition, count in counts.items()}
    for passage in passages_of(wanted):
        if passage.position in wanted[passage.edition]:
            found[passage.edition][1].append(passage)
    return found


def passages_of(wanted: dict[int, list[int]]) -> Iterator[Held]:
    """At any of the positions in any of the editions: a few too many, which is sooner asked than each place by itself."""
    if wanted:
        positions = {at for places in wanted.values() for at in places}
        near = Passage.objects.filter(edition__in=wanted, position__in=positions).in_order()
        yield from map(Held._make, near.values_list("edition_id", "position", "key", "text"))


def _how_many(phrases: Sequence[Phrase], line: str) -> int:
    padded = f" {line} "
    return sum(f" {' '.join(phrase)} " in padded for phrase in phrases)


def _holds(runs: Sequence[Run]) -> bool:
    return any(is_hit for _, is_hit in runs)


def editions(pks: list[int]):
    return Edition.objects.for_lists().filter(pk__in=pks) if pks else ()


def entities(pks: list[int]):
    return Entity.objects.filter(pk__in=pks).defer("about").prefetch_related("aliases") if pks else ()


def events(pks: list[int]):
    return Event.objects.filter(pk__in=pks) if pks else ()


def sources(pks: list[int]):
    return Source.objects.filter(pk__in=pks) if pks else ()


READ = {"article": editions, "entity": entities, "event": events, "source": sources}
TITLES = {
    "article": lambda edition: edition.title,
    "entity": lambda entity: entity.name,
    "event": lambda event: event.title,
    "source": lambda source: source.title,
}
TEXTS = {
    "article": lambda edition: [edition.standfirst],
    "entity": lambda entity: [entity.description, about_text(entity)],
    "event": lambda event: [event.summary],
    "source": lambda source: [", ".join(part for part in (source.publisher, source.citation) if part)],
}
