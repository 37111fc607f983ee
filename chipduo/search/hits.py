"""What holds the words: the index proposes and weighs, and what readers may see is asked of `seen`."""

from collections.abc import Sequence
from typing import NamedTuple

from chipduo.search.seen import seen_among
from entities.search.asking import Phrase
from entities.search.facets import KINDS, SEPARATOR
from entities.search.index import Wanted, newest
from entities.search.weighing import Text, weights

WORTH = {"article": 3.0, "entity": 1.5, "event": 1.0, "source": 0.5}  # what one came for is seldom a source


class Found(NamedTuple):
    """A row of the index; one of the four things is there, by its primary key."""

    pk: int
    title: str
    body: str
    facets: str
    article: int | None
    entity: int | None
    event: int | None
    source: int | None

    @property
    def thing(self) -> tuple[str, int]:
        return next((kind, pk) for kind in KINDS if (pk := getattr(self, kind)))


class Hit(NamedTuple):
    """The lower the nearness, the nearer. `body`, in codes, is what was looked through besides the title."""

    nearness: tuple[bool, float, int]
    kind: str
    pk: int
    facets: str
    body: str


def newest_found(wanted: Wanted, limit: int) -> list[Found]:
    return list(map(Found._make, newest(wanted, limit, READ)))


def hits_of(found: list[Found], phrases: Sequence[Phrase]) -> list[Hit]:
    """What is called by the very words, in codes, is nearer than all that is not."""
    name = " ".join(code for phrase in phrases for code in phrase)
    weighed = weights([Text(one.title, one.body) for one in found], phrases)
    hits = []
    for one, weight in zip(found, weighed, strict=True):
        kind, pk = one.thing
        is_called_so = name in one.title.split(f" {SEPARATOR}\n")
        hits.append(Hit((not is_called_so, -WORTH[kind] * weight, -one.pk), kind, pk, one.facets, one.body))
    return hits


def public(hits: list[Hit]) -> list[Hit]:
    seen = {kind: seen_among(kind, [hit.pk for hit in hits if hit.kind == kind]) for kind in THING}
    return [hit for hit in hits if hit.pk in seen[hit.kind]]


THING = {"article": "edition_id", "entity": "entity_id", "event": "event_id", "source": "source_id"}
READ = ("id", "title", "body", "facets", *THING.values())
