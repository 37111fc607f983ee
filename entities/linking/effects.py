"""What a change of names does to one passage: the mentions that it has, held against those that it would have."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from entities.linking.spans import Spanning, overlapping

Kind = Literal["links", "names", "unlinks", "unnames", "shares"]


@dataclass(frozen=True, slots=True)
class Place:
    """Code points `start` to `end`, and whom they name; or, of a spelling that several share, all of these."""

    start: int
    end: int
    entities: tuple[int, ...]
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Effect:
    """`instead_of` had the link so far. A place that several share links to none of them."""

    start: int
    end: int
    kind: Kind
    entities: tuple[int, ...]
    instead_of: int | None = None


def effects(before: Sequence[Place], after: Sequence[Place], shared: Sequence[Place]) -> list[Effect]:
    """All are in order, and none of those in one list overlap; `shared` are spellings that have more than one owner."""
    found = [*_of_mentions(before, after), *_of_lost(before, after, shared), *_of_shared(before, shared)]
    return sorted(found, key=lambda effect: (effect.start, effect.end))


def _of_mentions(before: Sequence[Place], after: Sequence[Place]) -> Iterator[Effect]:
    for place in after:
        was = _at(before, place)
        same = was is not None and was.entities == place.entities
        if same and was.linked == place.linked:
            continue
        kind: Kind = "links" if place.linked else "unlinks" if same else "names"
        had_it = was.entities[0] if was and was.linked and not same else None
        yield Effect(place.start, place.end, kind, place.entities, had_it)


def _of_lost(before: Sequence[Place], after: Sequence[Place], shared: Sequence[Place]) -> Iterator[Effect]:
    for place in before:
        if _at(after, place):
            continue
        had_it = place.entities[0] if place.linked else None
        if rivals := _at(shared, place):
            yield Effect(rivals.start, rivals.end, "shares", rivals.entities, had_it)
        else:
            yield Effect(place.start, place.end, "unlinks" if place.linked else "unnames", place.entities)


def _of_shared(before: Sequence[Place], shared: Sequence[Place]) -> Iterator[Effect]:
    for place in shared:
        if not _at(before, place):
            yield Effect(place.start, place.end, "shares", place.entities)


def _at(places: Sequence[Place], place: Spanning) -> Place | None:
    return overlapping(places, place.start, place.end)
