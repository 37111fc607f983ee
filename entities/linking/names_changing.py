"""Around a change of names: what the old ones and the new can touch is marked, and in part linked again at once."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import transaction

from entities import token_index
from entities.linking.abouts import weave_abouts
from entities.linking.relinking import kept_up_to_date, mark, relink_stale
from entities.models import Alias, Entity, Event, LexiconVersion, LinkDecision
from entities.noticing.manuscripts import forget_understood
from entities.search import rows


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
