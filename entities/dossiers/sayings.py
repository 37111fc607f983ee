"""What the record says of an entity: every sentence that names it, with the name marked and the way to its place."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import F, Prefetch

from articles import sentences
from articles.models import Edition, Passage
from entities.models import Mention

READING_ORDER = (
    F("passage__edition__series").asc(nulls_last=True),
    "passage__edition__part",
    "passage__edition_id",
    "passage__position",
    "start",
)


@dataclass(frozen=True, slots=True)
class Saying:
    """`runs` joined is the sentence, which begins at `start`; those that are the name are marked.
    `threads`: which of the duo it names.
    """

    passage: Passage
    start: int
    runs: tuple[tuple[str, bool], ...]
    threads: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        return "".join(text for text, _ in self.runs)

    @property
    def url(self) -> str:
        return self.passage.get_absolute_url()

    def shares_words_with(self, quote: str) -> bool:
        """Of a quote from its passage."""
        at = self.passage.text.find(quote)
        return 0 <= at < self.start + len(self.sentence) and at + len(quote) > self.start


def for_sayings(mentions):
    """Mentions in reading order with what showing their sentences takes, in two queries."""
    fields = [
        "start",
        "end",
        "sentence",
        "surface",
        "passage__key",
        "passage__text",
        "passage__position",
        "passage__kind",
    ]
    edition = ["number", "title", "live_from", "part", "article__slug"]
    duo = Mention.objects.exclude(entity__thread="").filter(entity__public=True).select_related("entity")
    of_the_duo = Prefetch(
        "passage__mentions", duo.only("passage_id", "start", "entity__thread"), to_attr="of_the_duo"
    )
    return (
        mentions.select_related("passage__edition__article")
        .prefetch_related(of_the_duo)
        .only("entity_id", *fields, *(f"passage__edition__{name}" for name in edition))
        .order_by(*READING_ORDER)
    )


def sayings(mentions: Iterable[Mention]) -> list[Saying]:
    """A sentence that names the entity twice is said once, with both marked."""
    found: dict[tuple[int, int, int], list[Mention]] = {}
    for mention in mentions:
        span = sentences.around(mention.passage.text, mention.start, mention.end)
        found.setdefault((mention.passage_id, *span), []).append(mention)
    return [
        Saying(named[0].passage, start, _marked(named, start, end), _threads(named[0].passage, start, end))
        for (_, start, end), named in found.items()
    ]


def by_edition(said: list[Saying]) -> list[tuple[Edition, list[Saying]]]:
    return [(edition, list(group)) for edition, group in groupby(said, key=lambda one: one.passage.edition)]


def _threads(passage: Passage, start: int, end: int) -> tuple[str, ...]:
    return tuple(sorted({one.entity.thread for one in passage.of_the_duo if start <= one.start < end}))


def _marked(mentions: list[Mention], start: int, end: int) -> tuple[tuple[str, bool], ...]:
    text = mentions[0].passage.text
    runs: list[tuple[str, bool]] = []
    for mention in mentions:
        runs += [(text[start : mention.start], False), (text[mention.start : mention.end], True)]
        start = mention.end
    runs.append((text[start:end], False))
    return tuple(run for run in runs if run[0])
