"""Reading the record again: mentions, and the links woven from them, are rebuilt from the text whenever names change.

Relinking twice changes nothing, and what is relinked piece by piece ends as a full rebuild would.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from articles.models import Edition
from articles.steps import Step
from entities import token_index
from entities.linking.abouts import weave_abouts, weave_all
from entities.linking.deciding import Decisions
from entities.linking.names import current_names
from entities.linking.spotting import spot
from entities.models import (
    Alias,
    Entity,
    Event,
    LexiconVersion,
    LinkDecision,
    Mention,
    ReadManuscript,
    StaleEdition,
    Woven,
)
from entities.noticing import dates
from entities.noticing.manuscripts import forget_understood
from entities.noticing.texts import notice
from entities.search import rows
from entities.watching import Watch, unwatched


@transaction.atomic
def relink(edition: Edition) -> None:
    """Rebuild the mentions, the woven HTML and what is noticed of one edition from the names as they are now."""
    LexiconVersion.hold()
    passages = list(edition.passages.order_by("position"))
    spotted = spot(passages, current_names(), Decisions.of(edition.article_id), settings.LINK_POLICY)
    Mention.objects.filter(passage__edition=edition).delete()
    Woven.objects.filter(passage__edition=edition).delete()
    Mention.objects.bulk_create(mention for one in spotted for mention in one.mentions)
    Woven.objects.bulk_create(
        Woven(passage=one.passage, html=one.html) for one in spotted if one.html != one.passage.html
    )
    notice(edition, spotted)
    StaleEdition.objects.filter(edition=edition).delete()
    rows.renew_edition(edition)


@transaction.atomic
def relink_articles(articles: Iterable[int]) -> None:
    """Apply what editors decided about occurrences in these, after a LinkDecision came, changed or went."""
    for edition in kept_up_to_date().filter(article__in=articles):
        relink(edition)


def relink_stale(limit: int | None = None, watch: Watch = unwatched) -> int:
    """Relink what is marked, oldest mark first; returns how many. Stopped half-way it can be started again."""
    marked = oldest_marks(limit)
    for pk in watch(marked, "editions"):
        relink_marked(pk)
    return len(marked)


def relinking() -> Iterator[Step]:
    """As much at once as the settings say, step by step."""
    marked = oldest_marks(settings.RELINK_AT_ONCE)
    for number, pk in enumerate(marked, 1):
        relink_marked(pk)
        yield Step(number, len(marked), "texts linked again")


def oldest_marks(limit: int | None) -> list[int]:
    return list(StaleEdition.objects.order_by("since", "pk").values_list("pk", flat=True)[:limit])


def relink_marked(pk: int) -> None:
    for edition in Edition.objects.defer("body").filter(pk=pk):  # none, if it was dropped meanwhile
        relink(edition)


def rebuild(watch: Watch = unwatched) -> None:
    """Trust nothing that was derived: index all texts and weave all descriptions again, and mark every edition that is kept."""
    LexiconVersion.change()
    mark(kept_up_to_date())
    ReadManuscript.objects.all().delete()
    token_index.rebuild(watch)
    weave_all(watch(list(Entity.objects.only("about", "about_html")), "descriptions"))
    rows.rebuild_but_editions(watch)
    dates.renew_all()


def kept_up_to_date() -> QuerySet[Edition]:
    """The editions whose links matter: what is read now, or would be if it were not suppressed, and what will be."""
    return Edition.objects.unended().order_by("pk")


@contextmanager
def names_changing(*entities: int, relinks: bool = True) -> Iterator[None]:
    """One transaction around changes to the names, addresses or visibility of entities, given by primary key; all
    entities when none is given. Marks what their old and new names can touch, and relinks some of it at once, unless
    the caller goes through `relinking` next.
    """
    with transaction.atomic():
        LexiconVersion.hold()
        before = spellings(entities), pins(entities)
        events = events_naming(entities)
        yield
        after = spellings(entities), pins(entities)
        texts, articles = ({row[0] for row in old ^ new} for old, new in zip(before, after, strict=True))
        if texts or articles:
            LexiconVersion.change()
            mark_stale(texts, articles)
            forget_understood(texts)
        weave_abouts(texts, entities)
        rows.renew_entities(entities)
        rows.renew_events(events | events_naming(entities))
    if relinks:
        relink_stale(settings.RELINK_AT_ONCE)


def spellings(entities: Collection[int]) -> set[tuple]:
    """What leads to public entities, in texts and by hand: the spelling first, then all that a link made of it depends on."""
    public = Entity.objects.public()
    aliases = Alias.objects.public()
    if entities:
        public, aliases = public.filter(pk__in=entities), aliases.filter(entity__in=entities)
    rules = ("text", "pk", "entity_id", "entity__slug", "case_sensitive", "whole_word", "linkable")
    return {
        *aliases.values_list(*rules),
        *public.values_list("name", "pk", "slug"),
        *public.values_list("slug", "pk"),
    }


def events_naming(entities: Collection[int]) -> set[int]:
    return set(Event.objects.filter(entities__in=entities).values_list("pk", flat=True))


def pins(entities: Collection[int]) -> set[tuple]:
    """The articles in which editors pinned words to public entities, whatever these words are."""
    decisions = LinkDecision.objects.filter(entity__public=True)
    if entities:
        decisions = decisions.filter(entity__in=entities)
    return set(decisions.values_list("article_id", "pk", "entity_id", "entity__slug"))


def mark_stale(texts: Iterable[str], articles: Collection[int] = ()) -> None:
    """Mark the editions that can contain any of these names, and a few more; and those of these articles."""
    for text in texts:
        mark(kept_up_to_date().filter(passages__in=token_index.passages_that_may_contain(text)).distinct())
    mark(kept_up_to_date().filter(article__in=articles))


def mark(editions: QuerySet[Edition]) -> None:
    marks = (StaleEdition(edition_id=pk) for pk in editions.values_list("pk", flat=True))
    StaleEdition.objects.bulk_create(marks, ignore_conflicts=True)
