"""An edition as it is read: its passages with their links, what they name, and what rests on them.

A fixed number of queries, whatever the length of the text.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property

from articles.marking import Stretch, mark
from articles.models import Edition, Passage
from entities.models import Entity, Event, Evidence, EvidenceReview, Mention
from entities.reading.sections import ReadPassage, Section, in_sections, unique

__all__ = ["Marks", "ReadPassage", "Reading", "Section"]

Marks = Callable[[Passage], Iterable[Stretch]]


class Reading:
    """`marks` says which stretches of a passage's text are marked for whoever was led to them."""

    def __init__(self, edition: Edition, marks: Marks = lambda passage: ()) -> None:
        self.edition = edition
        self.marks = marks

    @cached_property
    def passages(self) -> list[ReadPassage]:
        rows = self.edition.passages.select_related("woven").order_by("position")
        return [
            ReadPassage(row, self._html(row), self._mentions.get(row.pk, []), self._resting.get(row.key, []))
            for row in rows
        ]

    @cached_property
    def marked(self) -> list[Passage]:
        """The passages with a mark in them."""
        return [read.passage for read in self.passages if any(self.marks(read.passage))]

    @cached_property
    def sections(self) -> list[Section]:
        return in_sections(self.passages)

    @cached_property
    def entities(self) -> list[tuple[Entity, int]]:
        """Each entity named here with the number of passages that name it, most first."""
        counts: Counter[int] = Counter()
        for read in self.passages:
            counts.update({mention.entity_id for mention in read.mentions})
        named = unique(mention.entity for read in self.passages for mention in read.mentions)
        return sorted(
            ((entity, counts[entity.pk]) for entity in named),
            key=lambda pair: (-pair[1], pair[0].name.lower()),
        )

    @cached_property
    def events(self) -> list[Event]:
        """What rests on words of this edition, in order of time."""
        here = {event.pk for read in self.passages for event in read.events}
        return [event for event in self._public_events if event.pk in here]

    def _html(self, row: Passage) -> str:
        html = row.woven.html if hasattr(row, "woven") else row.html
        stretches = list(self.marks(row))
        return mark(html, stretches) if stretches else html

    @cached_property
    def _mentions(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = {}
        mentions = Mention.objects.filter(passage__edition=self.edition, entity__public=True)
        entity_fields = (
            "entity__slug",
            "entity__name",
            "entity__kind",
            "entity__thread",
            "entity__description",
        )
        fields = ("passage_id", "start", "end", "surface", "linked", *entity_fields)
        for mention in mentions.select_related("entity").only(*fields).order_by("start"):
            found.setdefault(mention.passage_id, []).append(mention)
        return found

    @cached_property
    def _resting(self) -> dict[str, list[tuple[Event, str]]]:
        """Public events with what they rest on, by the key of the passage whose words they rest on, where those words still stand."""
        placed: dict[str, list[tuple[Event, str]]] = {}
        public = {event.pk: event for event in self._public_events}
        moved = self._where_words_stand
        for evidence in self._evidence:
            key = (
                evidence.passage.key
                if evidence.passage.edition_id == self.edition.pk
                else moved.get(evidence.pk)
            )
            if key and evidence.event_id in public:
                placed.setdefault(key, []).append((public[evidence.event_id], evidence.quote))
        return placed

    @cached_property
    def _public_events(self) -> list[Event]:
        """Those that rest on words of any edition of the article."""
        resting = self._evidence.values_list("event_id")
        return list(Event.objects.public().filter(pk__in=resting).in_order_of_time())

    @cached_property
    def _evidence(self):
        here = Evidence.objects.filter(passage__edition__article=self.edition.article_id, event__isnull=False)
        return (
            here.select_related("passage")
            .only("event_id", "quote", "passage__key", "passage__edition_id")
            .order_by("pk")
        )

    @cached_property
    def _where_words_stand(self) -> dict[int, str]:
        reviews = EvidenceReview.objects.filter(edition=self.edition, state=EvidenceReview.State.INTACT)
        return dict(reviews.values_list("evidence_id", "passage__key"))
