"""What can be found of each thing, written down in the words of search; renewed by the verbs that change the thing."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate

from django.db import transaction
from django.db.models import Model, QuerySet
from taggit.models import TaggedItem

from articles.models import Edition, Source
from entities.models import Entity, Event, Findable, KnownWord
from entities.search.contents import DESCRIBE, kind_of
from entities.search.facets import BEGINS, SEPARATOR
from entities.search.index import among
from entities.search.words import WORD, beginnings, codes, folded
from entities.watching import Watch, unwatched

DERIVED = ["title", "body", "begins", "facets"]
AT_ONCE = 50
MOST_WORDS = 60_000  # of one text: what is beyond is not found
MOST_ROOM = 900_000  # that these take: a tsvector holds 1 MB, and of each word its letters and its place
PLACE = 5
SHORTEST_KNOWN = 3


def renew_edition(edition: Edition) -> None:
    """After its mentions were rebuilt. The editions before it that have ended are not looked for any more."""
    own = Edition.objects.filter(article=edition.article_id)
    forget_ended(own)
    renew(own.unended().filter(pk=edition.pk).defer("body"))


def renew_entities(pks: Collection[int]) -> None:
    """Those of these that are there; all when none is given."""
    renew(Entity.objects.filter(pk__in=pks) if pks else Entity.objects.all())


def renew_events(pks: Collection[int]) -> None:
    renew(Event.objects.filter(pk__in=pks))


@contextmanager
def tags_changing(tags: Iterable[int]) -> Iterator[None]:
    """One transaction around what happens to tags themselves: all that carried them is found under what it carries then."""
    with transaction.atomic():
        items = TaggedItem.objects.filter(tag__in=list(tags))
        carriers = {
            model: findable_among(model, items.filter(content_type=kind_of(model)))
            for model in (Edition, Entity, Event)
        }
        yield
        for model, pks in carriers.items():
            renew_by_steps(model._default_manager.filter(pk__in=among(pks)), unwatched)


def findable_among(model: type[Model], items: QuerySet[TaggedItem]) -> list[int]:
    found = model._default_manager.filter(findable__isnull=False, pk__in=items.values("object_id"))
    return list(found.order_by().values_list("pk", flat=True))


def rebuild(watch: Watch = unwatched) -> dict[str, int]:
    """Everything, bit by bit, so that it can be stopped at any moment; returns how much of each kind."""
    forget_ended(Edition.objects.all())
    return renew_by_steps(Edition.objects.unended().defer("body"), watch) | rebuild_but_editions(watch)


def rebuild_but_editions(watch: Watch = unwatched) -> dict[str, int]:
    """For who relinks the editions, by which they are renewed."""
    counted: dict[str, int] = {}
    for model in (Entity, Event, Source):
        counted |= renew_by_steps(model._default_manager.all(), watch)
    return counted


def renew_by_steps(things: QuerySet, watch: Watch) -> dict[str, int]:
    kind, pks = (
        str(things.model._meta.verbose_name_plural),
        list(things.order_by("pk").values_list("pk", flat=True)),
    )
    for start in watch(range(0, len(pks), AT_ONCE), f"{AT_ONCE} {kind} at a time"):
        renew(things.filter(pk__in=pks[start : start + AT_ONCE]))
    return {kind: len(pks)}


def forget_ended(editions: QuerySet) -> None:
    """Rows of what nobody reads any more, which are harmless: what is found is asked whether it is public."""
    Findable.objects.filter(edition__in=editions).exclude(edition__in=editions.unended()).delete()


@transaction.atomic
def renew(things: QuerySet | Sequence[Model]) -> None:
    things = list(things)
    if not things:
        return
    name = things[0]._meta.model_name
    rows, known = zip(*rows_of(things), strict=True)
    Findable.objects.bulk_create(
        rows, AT_ONCE, update_conflicts=True, unique_fields=[name], update_fields=DERIVED
    )
    remember_words(" ".join(known))


def rows_of(things: list) -> Iterator[tuple[Findable, str]]:
    """Each with all the words in it."""
    for thing, names, texts, facets in DESCRIBE[type(things[0])](things):
        yield (
            Findable(
                **{thing._meta.model_name: thing},
                title=lines(codes(name) for name in names),
                body=lines(codes(text) for text in texts),
                begins=lines([BEGINS + word for word in beginnings(name)] for name in names),
                facets=facets,
            ),
            " ".join([*names, *texts]),
        )


def lines(texts: Iterable[list[str]]) -> str:
    left, room, written = MOST_WORDS, MOST_ROOM, []
    for text in texts:
        reached = list(accumulate(len(code) + PLACE for code in text[:left]))
        kept = bisect_right(reached, room)
        written.append(" ".join(text[:kept]))
        left, room = left - kept, room - (reached[kept - 1] if kept else 0)
    return f" {SEPARATOR}\n".join(written)


def remember_words(text: str) -> None:
    known = {word for written in WORD.findall(text) if len(word := folded(written)) >= SHORTEST_KNOWN}
    KnownWord.objects.bulk_create(
        (KnownWord(folded=word) for word in sorted(known) if word.isalpha()), ignore_conflicts=True
    )
