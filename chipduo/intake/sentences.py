"""The sentences of drafts with whom they name and when: what everything that is proposed rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles import markdown, sentences
from articles.dates_in_text import DateInText, dates_in
from articles.importing.drafts import Draft
from entities.linking.names import Names
from entities.linking.spotting import Spot, spots_in
from entities.noticing.unknown_names import unknown_names


@dataclass(frozen=True, slots=True)
class Sentence:
    """Spots and dates count from where their block begins, in which the sentence does at `start`."""

    text: str
    start: int
    spots: tuple[Spot, ...]
    dates: tuple[DateInText, ...]
    unknown: tuple[str, ...]

    def between(self, one: Spot, other: Spot) -> str:
        return self.text[one.end - self.start : other.start - self.start]


def sentences_of(drafts: Sequence[Draft], names: Names) -> Iterator[Sentence]:
    for draft in drafts:
        for block in markdown.render(draft.body).blocks:
            if block.kind not in {"heading", "code"}:
                yield from sentences_in(block, names)


def sentences_in(block: markdown.Block, names: Names) -> Iterator[Sentence]:
    spots, dates = spots_in(block.html, names), dates_in(block.text)
    unknown = unknown_names(block.text, spots)
    for start, end in sentences.split(block.text):
        yield Sentence(
            block.text[start:end],
            start,
            tuple(spot for spot in spots if start <= spot.start and spot.end <= end),
            tuple(date for date in dates if start <= date.start and date.end <= end),
            tuple(block.text[first:last] for first, last in unknown if start <= first and last <= end),
        )
