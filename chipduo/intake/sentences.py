"""The sentences of drafts with whom they name and when: what everything that is proposed rests on."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, NamedTuple

from articles import markdown, sentences
from articles.dates.in_text import DateInText, dates_in
from articles.importing.drafts import Draft
from entities.linking.names import Names
from entities.linking.spotting import Spot, spots_in
from entities.noticing.unknown_names import unknown_names

ROW = re.compile(r"[^\n]+")


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

    def before(self, spot: Spot) -> str:
        return self.text[: spot.start - self.start]

    def after(self, spot: Spot) -> str:
        return self.text[spot.end - self.start :]

    @property
    def words(self) -> str:
        """On one line, cells of a table included."""
        return " ".join(self.text.split())


class Words(NamedTuple):
    start: int
    end: int


def blocks_of(drafts: Sequence[Draft]) -> list[markdown.Block]:
    blocks = (block for draft in drafts for block in markdown.render(draft.body).blocks)
    return [block for block in blocks if block.kind not in {"heading", "code"}]


def sentences_in(block: markdown.Block, names: Names) -> Iterator[Sentence]:
    spots, dates = spots_in(block.html, names), dates_in(block.text)
    unknown = [Words(*bounds) for bounds in unknown_names(block.text, spots)]
    for start, end in rows_of(block.text) if block.kind == "table" else sentences.split(block.text):
        yield Sentence(
            block.text[start:end],
            start,
            tuple(within(spots, start, end)),
            tuple(within(dates, start, end)),
            tuple(block.text[one.start : one.end] for one in within(unknown, start, end)),
        )


def within(some: Sequence[Any], start: int, end: int) -> list[Any]:
    """`some` stand in the order of the text: a text without paragraphs is one block of ten thousand sentences."""
    first, last = (bisect_left(some, at, key=attrgetter("start")) for at in (start, end))
    return [one for one in some[first:last] if one.end <= end]


def rows_of(table: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in ROW.finditer(table))
