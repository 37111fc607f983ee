"""Where the manuscripts of a document go: which are here already, and which address and part the new ones get."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from enum import Enum
from itertools import chain

from articles.importing.drafts import Draft
from articles.importing.namesakes import free_slug, namesakes
from articles.importing.recognising import is_ours, nearest, resembles, same_title, same_words
from articles.importing.slugs import slug_of
from articles.models import Article, Series


class State(Enum):
    NEW = "new"
    UNCHANGED = "unchanged"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Place:
    draft: Draft
    article: Article  # not saved yet, if it is new
    state: State


@dataclass(frozen=True, slots=True)
class Plan:
    series: Series | None  # not saved yet, if it is new
    is_new_series: bool
    places: tuple[Place, ...]


def plan(title: str, drafts: Sequence[Draft], *, series: bool, others: frozenset[int] = frozenset()) -> Plan:
    """`others` are the manuscripts of other documents, which this one is not unless it has the very same words."""
    whole = _series(title, drafts) if series else None
    return Plan(whole, whole is not None and whole.pk is None, tuple(_places(drafts, whole, others)))


def _series(title: str, drafts: Sequence[Draft]) -> Series:
    """A series whose parts are all others is another document under the same title."""
    slug = slug_of(title)
    here = (
        series
        for series in namesakes(Series, slug)
        if _has_one_of(series, drafts) or _is_empty(series, title)
    )
    moved = (series for series in Series.objects.filter(title=title) if _reads_like(series, drafts))
    return next(chain(here, moved), None) or Series(title=title, slug=free_slug(Series, slug))


def _has_one_of(series: Series, drafts: Sequence[Draft]) -> bool:
    named = (article for draft in drafts if draft.part for article in namesakes(Article, draft.slug))
    return any(article.series_id == series.pk for article in named)


def _is_empty(series: Series, title: str) -> bool:
    return same_title(series.title, title) and not series.articles.exists()


def _reads_like(series: Series, drafts: Sequence[Draft]) -> bool:
    return any(resembles(article, draft) for article in series.articles.all() for draft in drafts)


def _places(drafts: Sequence[Draft], series: Series | None, others: frozenset[int]) -> Iterator[Place]:
    parts = set(series.articles.values_list("part", flat=True)) if series and series.pk else set()
    used: set[int | None] = set()
    slugs: set[str] = set()
    for draft in drafts:
        here = _here(draft, series, others, used)
        article = here or _new(draft, series, slugs, parts)
        used.add(article.pk)
        slugs.add(article.slug)
        parts.add(article.part)
        yield Place(draft, article, _state(here, draft))


def _here(
    draft: Draft, series: Series | None, others: frozenset[int], used: Set[int | None]
) -> Article | None:
    at_address = namesakes(Article, draft.slug)
    moved = Article.objects.filter(title=draft.title)  # which leaves no trace before readers have seen it
    ours = [article for article in at_address if is_ours(article, draft, series, at_its_address=True)]
    ours += [article for article in moved if is_ours(article, draft, series, at_its_address=False)]
    free = (article for article in ours if article.pk not in used)
    return nearest(
        [article for article in free if article.pk not in others or same_words(article, draft)], draft
    )


def _new(draft: Draft, series: Series | None, slugs: Set[str], parts: Set[int | None]) -> Article:
    part = draft.part
    if part in parts and part is not None:
        part = max(other for other in parts if other is not None) + 1
    slug = free_slug(Article, draft.slug, slugs)
    return Article(title=draft.title, slug=slug, body=draft.body, series=series, part=part)


def _state(here: Article | None, draft: Draft) -> State:
    if here is None:
        return State.NEW
    return State.UNCHANGED if same_words(here, draft) else State.DIFFERENT
