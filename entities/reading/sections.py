"""Passages put together for the page: blocks that stand alone as HTML, under the headings that divide a text."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from articles import markup
from articles.models import Passage
from articles.sentences import split
from entities.models import Entity, Event, Mention

DEPTH = {"open": 1, "close": -1, "void": 0}


@dataclass(slots=True)
class ReadPassage:
    """`resting`: events, each with words of this passage that it rests on."""

    passage: Passage
    html: str
    mentions: list[Mention] = field(default_factory=list)
    resting: list[tuple[Event, str]] = field(default_factory=list)

    @property
    def events(self) -> list[Event]:
        return unique(event for event, _ in self.resting)


@dataclass(slots=True)
class Block:
    """As many passages as it takes to close the lists and quotations that they open: mostly one."""

    passages: list[ReadPassage] = field(default_factory=list)

    @property
    def html(self) -> str:
        return "".join(f"{read.passage.before}{read.html}{read.passage.after}" for read in self.passages)

    @property
    def sentence_ends(self) -> str:
        """For a script: where the sentences of each passage end in its text, as "key:41,80 other-key:20"."""
        return " ".join(
            f"{read.passage.key}:{','.join(str(end) for _, end in split(read.passage.text))}"
            for read in self.passages
        )

    @property
    def former_keys(self) -> list[str]:
        """Addresses that once led to what stands here now."""
        return list(chain.from_iterable(read.passage.former_keys for read in self.passages))

    @property
    def keys(self) -> list[str]:
        return [read.passage.key for read in self.passages]

    @property
    def threads(self) -> list[str]:
        """Which of the duo it names: "cinnabar", "indigo", or both."""
        return sorted({mention.entity.thread for read in self.passages for mention in read.mentions} - {""})

    @property
    def first(self) -> Passage:
        return self.passages[0].passage

    @property
    def last(self) -> Passage:
        return self.passages[-1].passage

    @property
    def is_heading(self) -> bool:
        """A heading of the text itself, not one inside a list or a quotation."""
        return self.first.kind == "heading" and len(self.passages) == 1 and not depth(self.first.before)


@dataclass(slots=True)
class Section:
    """A heading of the second level and what follows it; the first one may have none."""

    heading: Passage | None
    blocks: list[Block] = field(default_factory=list)

    @property
    def entities(self) -> list[Entity]:
        return unique(mention.entity for read in self._passages for mention in read.mentions)

    @property
    def events(self) -> list[Event]:
        return unique(event for read in self._passages for event in read.events)

    @property
    def _passages(self) -> Iterable[ReadPassage]:
        return chain.from_iterable(block.passages for block in self.blocks)


def in_sections(passages: Iterable[ReadPassage]) -> list[Section]:
    sections = [Section(None)]
    for block in in_blocks(passages):
        if block.is_heading and block.first.level == 2:
            sections.append(Section(block.first))
        sections[-1].blocks.append(block)
    return [section for section in sections if section.blocks]


def in_blocks(passages: Iterable[ReadPassage]) -> list[Block]:
    blocks: list[Block] = []
    inside = 0
    for read in passages:
        if not inside:
            blocks.append(Block())
        blocks[-1].passages.append(read)
        inside += depth(read.passage.before) + depth(read.passage.after)
    return blocks


def depth(tags: str) -> int:
    """How many of the elements that these tags open they leave open; below zero when they close others."""
    return sum(DEPTH[piece.kind] for piece in markup.walk(tags) if isinstance(piece, markup.Tag))


def unique(things: Iterable[Any]) -> list[Any]:
    return list({thing.pk: thing for thing in things}.values())
