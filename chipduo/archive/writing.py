"""Every file of the archive, one by one: what has an address has a file of its own."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.core.files.storage import default_storage
from django.db.models import Model, QuerySet

from articles.models import Article, Edition
from chipduo.archive import contents, layout, text
from chipduo.archive.addresses import old_addresses
from chipduo.archive.contents import Kind
from chipduo.archive.database import one_moment
from chipduo.archive.packing import packed
from chipduo.archive.pictures import pictures_shown
from chipduo.archive.rows import Table, table_of, with_all
from entities.models import Entity, Event, Relation
from entities.watching import Watch, unwatched

FORMAT = 1
AT_ONCE = 100
PRIVATE = (
    "Everything of the site: also drafts, what is scheduled or hidden, and who published what. Keep it private."
    " It holds no passwords and no rights, no preview links, nothing that is typed and not saved, and not the history of the desk:"
    " what was merged stays merged."
)


class File(NamedTuple):
    name: str
    data: bytes


def archive(watch: Watch = unwatched) -> Iterator[bytes]:
    """One moment of the site, however long it takes."""
    with one_moment():
        yield from packed(files(watch))


def files(watch: Watch = unwatched) -> Iterator[File]:
    pictures = sorted(pictures_shown())
    lost = [name for name in pictures if not default_storage.exists(name)]
    yield toml(layout.ABOUT, {"format": FORMAT, "private": True, "about": PRIVATE, "lost_pictures": lost})
    yield listed(layout.TAGS, "tag", contents.TAG)
    yield listed(layout.SERIES, "series", contents.SERIES)
    yield listed(layout.SOURCES, "source", contents.SOURCE)
    yield listed(layout.PHASES, "phase", contents.PHASE)
    for pks in portions(Article, watch):
        yield from of_articles(pks)
    for pks in portions(Entity, watch):
        yield from of_entities(pks)
    for pks in portions(Event, watch):
        for event in rows(contents.EVENT, Event.objects.filter(pk__in=pks)):
            yield toml(f"events/{event.slug}.toml", {"event": [table_of(event, contents.EVENT)]})
    yield listed(layout.DISMISSALS, "dismissal", contents.DISMISSAL)
    yield toml(layout.ADDRESSES, {"address": list(old_addresses())})
    for name in pictures:
        if name not in lost:
            with default_storage.open(name) as picture:
                yield File(f"media/{name}", picture.read())


def toml(name: str, data: Table) -> File:
    return File(name, text.toml({key: value for key, value in data.items() if value != []}))


def listed(name: str, table: str, kind: Kind) -> File:
    things = rows(kind, kind.model._default_manager.all())
    return toml(name, {table: [table_of(thing, kind) for thing in things]})


def rows(kind: Kind, things: QuerySet) -> QuerySet:
    return with_all(things.order_by("pk"), kind)


def portions(model: type[Model], watch: Watch) -> Iterator[list[int]]:
    """Primary keys, so many at a time: no more of a large site is held in memory."""
    pks = list(model._default_manager.order_by("pk").values_list("pk", flat=True))
    what = f"{AT_ONCE} {model._meta.verbose_name_plural} at a time"
    for start in watch(range(0, len(pks), AT_ONCE), what):
        yield pks[start : start + AT_ONCE]


def of_articles(pks: list[int]) -> Iterator[File]:
    for article in rows(contents.MANUSCRIPT, Article.objects.filter(pk__in=pks)):
        front = table_of(article, contents.MANUSCRIPT)
        yield File(layout.manuscript(article.slug), text.markdown(front, article.body))
        for edition in rows(contents.EDITION, article.editions.all()):
            front = table_of(edition, contents.EDITION)
            yield File(layout.edition(article.slug, edition.number, "md"), text.markdown(front, edition.body))
            yield toml(layout.edition(article.slug, edition.number, "toml"), text_of(edition))


def text_of(edition: Edition) -> Table:
    """Its passages and notes; and its links, where they are not what they would be if it were linked now."""
    is_stale = hasattr(edition, "stale")
    linked_anew = not is_stale and Edition.objects.unended().filter(pk=edition.pk).exists()
    kind = contents.PASSAGE if linked_anew else contents.LINKED
    return {
        "stale": [table_of(edition.stale, contents.STALE)] if is_stale else [],
        "passages": [table_of(one, kind) for one in rows(kind, edition.passages.all())],
        "citations": [table_of(one, contents.CITATION) for one in rows(contents.CITATION, edition.citations)],
    }


def of_entities(pks: list[int]) -> Iterator[File]:
    """Relations stand with the entity that they speak of, in a file of their own."""
    relations: dict[int, list[Any]] = defaultdict(list)
    for relation in rows(contents.RELATION, Relation.objects.filter(subject__in=pks)):
        relations[relation.subject_id].append(table_of(relation, contents.RELATION))
    for entity in rows(contents.ENTITY, Entity.objects.filter(pk__in=pks)):
        yield toml(f"entities/{entity.slug}.toml", {"entity": [table_of(entity, contents.ENTITY)]})
        if entity.pk in relations:
            yield toml(f"relations/{entity.slug}.toml", {"relation": relations[entity.pk]})
