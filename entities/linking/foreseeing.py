"""What names would do once they are kept: found with the names as they stand in a transaction that will be undone."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.conf import settings
from django.db.models import Q

from articles import sentences
from articles.models import Edition, Passage
from entities import token_index
from entities.linking.deciding import Decisions
from entities.linking.effects import Effect, Place, effects
from entities.linking.names import Names, folded
from entities.linking.relinking import kept_up_to_date
from entities.linking.spotting import Spotted, spot
from entities.models import Entity, LinkDecision

EDITIONS_AT_ONCE = 20
MOST_PAGES_LOOKED_THROUGH = 5
BESIDE = 150  # characters of the sentence, on either side of the words


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence of an edition, with the words that would be read otherwise."""

    edition: Edition
    passage: Passage
    before: str
    words: str
    after: str
    effect: Effect
    entities: Sequence[Entity]
    instead_of: Entity | None


@dataclass
class Foreseen:
    """The texts `first` to `last`, counted from 1, of the `total` that may hold any of these names."""

    total: int
    first: int = 0
    last: int = 0
    changes: list[Change] = field(default_factory=list)

    @property
    def is_all(self) -> bool:
        return self.first <= 1 and self.last == self.total

    @property
    def texts(self) -> int:
        return len({change.edition.pk for change in self.changes})


def foreseen(texts: Collection[str], old: Names, new: Names, start: int = 0) -> Foreseen:
    """From the edition at `start` on, so far that something is found, or that it has been looked for long enough."""
    pks = editions_that_may_hold(texts)
    start = start if start < len(pks) else 0
    found = Foreseen(len(pks), start + 1, start)
    wanted = {folded(text) for text in texts}
    for at in range(start, len(pks), EDITIONS_AT_ONCE)[:MOST_PAGES_LOOKED_THROUGH]:
        some = pks[at : at + EDITIONS_AT_ONCE]
        found.last = at + len(some)
        found.changes = list(changes_in(some, wanted, old, new))
        if found.changes:
            found.first = at + 1
            break
    return found


def editions_that_may_hold(texts: Iterable[str]) -> list[int]:
    """Newest first."""
    holding = [Q(passages__in=token_index.passages_that_may_contain(text)) for text in texts]
    if not holding:
        return []
    editions = kept_up_to_date().filter(reduce(or_, holding))
    return list(editions.order_by("-live_from", "-pk").values_list("pk", flat=True).distinct())


def changes_in(pks: Sequence[int], wanted: set[str], old: Names, new: Names) -> Iterator[Change]:
    editions = Edition.objects.defer("body").in_bulk(pks)
    passages, decisions = passages_of(pks), decisions_of(edition.article_id for edition in editions.values())
    found = []
    for pk in pks:
        edition = editions[pk]
        made = decisions[edition.article_id]
        before, after = (spot(passages[pk], names, made, settings.LINK_POLICY) for names in (old, new))
        for was, will_be in zip(before, after, strict=True):
            for effect in effects(places(was), places(will_be), newly_shared(was, will_be, wanted)):
                found.append((edition, was.passage, effect))
    yield from told(found)


def told(found: Sequence[tuple[Edition, Passage, Effect]]) -> Iterator[Change]:
    pks = {pk for *_, effect in found for pk in (*effect.entities, effect.instead_of) if pk}
    entities = Entity.objects.for_lists().in_bulk(pks)
    for edition, passage, effect in found:
        owners = [entities[pk] for pk in effect.entities if pk in entities]
        words = around(passage.text, effect.start, effect.end)
        yield Change(edition, passage, *words, effect, owners, entities.get(effect.instead_of))


def around(text: str, start: int, end: int) -> tuple[str, str, str]:
    first, last = sentences.around(text, start, end)
    before, after = text[first:start], text[end : max(last, end)]
    return (
        f"…{before[-BESIDE:]}" if len(before) > BESIDE else before,
        text[start:end],
        f"{after[:BESIDE]}…" if len(after) > BESIDE else after,
    )


def places(one: Spotted) -> list[Place]:
    return [Place(it.start, it.end, (it.entity_id,), it.linked) for it in one.mentions]


def newly_shared(was: Spotted, will_be: Spotted, wanted: set[str]) -> list[Place]:
    """Where one of the spellings in question, which have these folds, will have several owners."""
    known = {(it.start, it.end, it.candidates) for it in was.unclear}
    return [
        Place(it.start, it.end, it.candidates)
        for it in will_be.unclear
        if len(it.candidates) > 1
        and (it.start, it.end, it.candidates) not in known
        and folded(was.passage.text[it.start : it.end]) in wanted
    ]


def passages_of(editions: Sequence[int]) -> dict[int, list[Passage]]:
    found = defaultdict(list)
    for passage in Passage.objects.filter(edition__in=editions).order_by("edition", "position"):
        found[passage.edition_id].append(passage)
    return found


def decisions_of(articles: Iterable[int]) -> dict[int, Decisions]:
    made = defaultdict(list)
    for decision in LinkDecision.objects.filter(article__in=list(articles)).order_by("pk"):
        made[decision.article_id].append(decision)
    return defaultdict(Decisions, {article: Decisions(tuple(some)) for article, some in made.items()})
