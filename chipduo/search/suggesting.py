"""What somebody who is still typing may mean: entities by the beginning of any of their names, then articles, events and tags."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db.models.functions import Lower
from django.urls import reverse
from taggit.models import Tag

from articles.models import Edition
from chipduo.search.hits import THING
from chipduo.search.seen import seen_among
from chipduo.tagged import carried
from entities.models import Entity, Event
from entities.search.asking import CHUNK, MOST_CHUNKS
from entities.search.facets import BEGINS, Facet
from entities.search.index import Wanted, newest
from entities.search.words import beginnings

MOST = 8
OF_EACH = 4
PROPOSED = {"entity": 500, "article": 60, "event": 60}  # by the index; the shortest names come first


class Suggestion(NamedTuple):
    name: str
    note: str
    address: str


def suggestions(text: str) -> list[Suggestion]:
    phrases = [
        tuple(BEGINS + code for code in codes)
        for chunk in CHUNK.finditer(text)
        if (codes := beginnings(chunk[0]))
    ][:MOST_CHUNKS]
    if not phrases:
        return []
    found = [*suggested(phrases, "entity"), *suggested(phrases, "article")]
    if len(found) < MOST:
        found += suggested(phrases, "event")
    if len(found) < MOST:
        found += tags(text)
    return found[:MOST]


def proposed(phrases: list[tuple[str, ...]], kind: str) -> list[int]:
    """By primary key, the likeliest first; whether readers may see them is still to be asked."""
    start = " ".join(code for phrase in phrases for code in phrase)
    wanted = Wanted(phrases, [[Facet.KIND.code(kind)]], typing=True)
    rows = newest(wanted, PROPOSED[kind], (THING[kind], "begins"))
    return [pk for _, pk in sorted((_distance(begins, start), pk) for pk, begins in rows)]


def suggested(phrases: list[tuple[str, ...]], kind: str) -> list[Suggestion]:
    likely = proposed(phrases, kind)
    seen = seen_among(kind, likely)
    nearest = [pk for pk in likely if pk in seen][:OF_EACH]
    found = dict(SHOWN[kind](nearest)) if nearest else {}
    return [found[pk] for pk in nearest]


def entities(pks: list[int]) -> Iterator[tuple[int, Suggestion]]:
    rows = Entity.objects.filter(pk__in=pks).order_by().values_list("pk", "name", "kind", "slug")
    for pk, name, kind, slug in rows:
        yield pk, Suggestion(name, Entity.Kind(kind).label, reverse("entity", args=[slug]))


def articles(pks: list[int]) -> Iterator[tuple[int, Suggestion]]:
    rows = Edition.objects.filter(pk__in=pks).order_by().values_list("pk", "title", "article__slug")
    for pk, title, slug in rows:
        yield pk, Suggestion(title, "article", reverse("article", args=[slug]))


def events(pks: list[int]) -> Iterator[tuple[int, Suggestion]]:
    rows = Event.objects.filter(pk__in=pks).order_by().values_list("pk", "title", "slug")
    for pk, title, slug in rows:
        yield pk, Suggestion(title, "event", reverse("event", args=[slug]))


SHOWN = {"entity": entities, "article": articles, "event": events}


def tags(text: str) -> list[Suggestion]:
    begin_so = Tag.objects.filter(name__istartswith=" ".join(text.split()))
    if not begin_so.exists():
        return []
    found = carried(begin_so).order_by(Lower("name"))[:OF_EACH]
    return [Suggestion(tag.name, "tag", reverse("tag", args=[tag.slug])) for tag in found]


def _distance(written: str, start: str) -> tuple[bool, int]:
    """The shortest name that begins so; before any name that only goes on so."""
    names = written.split("\n")
    return min((not name.startswith(start), len(name)) for name in names)
