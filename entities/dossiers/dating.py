"""When the sentences of a record are about, as far as it says: a sentence has the date of an event that rests on its words."""

from dataclasses import dataclass, field

from django.db.models import QuerySet

from entities.dossiers.sayings import Saying, for_sayings, sayings
from entities.models import Event, Evidence, EvidenceReview, Mention


@dataclass(frozen=True, slots=True)
class Dated:
    """`events` in their order with what they rest on, each sentence under the first; `mentions`: those that the sentences hold."""

    events: list[tuple[Event, list[Saying]]] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)

    @property
    def sentences(self) -> int:
        return sum(len(said) for _, said in self.events)


def dated(mentions: QuerySet[Mention]) -> Dated:
    quotes = quotes_in(mentions.values("passage"))
    resting = {event for found in quotes.values() for event, _ in found}
    events = list(Event.objects.public().filter(pk__in=resting).in_order_of_time().select_related("phase"))
    places = {event.pk: place for place, event in enumerate(events)}
    here = list(for_sayings(mentions.filter(passage__in=quotes)))
    found: dict[int, list[Saying]] = {}
    for saying in sayings(here):
        under = [
            places[event]
            for event, quote in quotes[saying.passage.pk]
            if event in places and saying.shares_words_with(quote)
        ]
        if under:
            found.setdefault(min(under), []).append(saying)
    held = {(saying.passage.pk, saying.start) for said in found.values() for saying in said}
    return Dated(
        [(events[place], found[place]) for place in sorted(found)],
        [mention.pk for mention in here if (mention.passage_id, mention.sentence) in held],
    )


def quotes_in(passages: QuerySet) -> dict[int, list[tuple[int, str]]]:
    """The words of live passages on which events rest, with the events: quoted from there, or standing there unchanged."""
    evidence = Evidence.objects.filter(passage__in=passages, event__isnull=False)
    moved = EvidenceReview.objects.in_live_editions().filter(
        passage__in=passages, state=EvidenceReview.State.INTACT, evidence__event__isnull=False
    )
    rows = [
        *evidence.values_list("passage_id", "event_id", "quote"),
        *moved.values_list("passage_id", "evidence__event_id", "evidence__quote"),
    ]
    found: dict[int, list[tuple[int, str]]] = {}
    for passage, event, quote in rows:
        found.setdefault(passage, []).append((event, quote))
    return found
