"""The outline of a Markdown text: its title, what stands before the first section, and its sections."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.importing import escaping
from articles.importing.block_parser import blocks_of
from articles.importing.definitions import Definitions, take_out
from articles.importing.reading import Reading
from articles.importing.refusal import DocumentError
from articles.markdown import render
from articles.visible import as_seen

SECTION_LEVEL = 2
DEEPEST_HEADING = 6


@dataclass(frozen=True, slots=True)
class Section:
    """The heading is Markdown, as the body is; headings within the body begin at the third level."""

    heading: str
    body: str

    @property
    def title(self) -> str:
        return shown(self.heading)


@dataclass(frozen=True, slots=True)
class Document:
    title: str
    introduction: str
    sections: tuple[Section, ...]
    definitions: Definitions
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    words: str
    start: int
    end: int


def outline(reading: Reading, name: str) -> Document:
    """`name` is the file's, for a text that has no title."""
    text, definitions = take_out(reading.markdown)
    lines = text.split("\n")
    found = [heading for heading in headings(text) if heading.words]
    title = _title_among(found, lines)
    remarks = reading.remarks
    if title is None and not reading.title:
        remarks += ("No title was found: the name of the file serves as one.",)
    if title is not None:
        found.remove(title)
        lines[title.start : title.end] = [""] * (title.end - title.start)
    words = shown(title.words) if title else reading.title or _as_title(name)
    highest = found[0].level if found else SECTION_LEVEL
    return Document(words, *_divided("\n".join(lines), highest), definitions, remarks)


def headings(text: str) -> list[Heading]:
    """Those that stand by themselves, not those in quotations and lists."""
    tokens, _ = blocks_of(text)
    return [
        Heading(int(token.tag[1:]), " ".join(tokens[at + 1].content.split("\n")), *token.map)
        for at, token in enumerate(tokens)
        if token.type == "heading_open" and token.level == 0 and token.map
    ]


def written_heading(level: int, words: str) -> str:
    return f"{'#' * min(level, DEEPEST_HEADING)} {escaping.unclosed(words)}".rstrip()


def relevel(text: str, by: int) -> str:
    """The same text with its headings so many levels deeper."""
    lines = text.split("\n")
    for heading in headings(text) if by else []:
        written = written_heading(max(SECTION_LEVEL, heading.level + by), heading.words)
        lines[heading.start : heading.end] = [written, *[""] * (heading.end - heading.start - 1)]
    return "\n".join(lines)


def shown(words: str) -> str:
    """What a reader sees of the words of a heading."""
    return as_seen(" ".join(block.text for block in render(written_heading(2, words)).blocks))


def _title_among(found: Sequence[Heading], lines: Sequence[str]) -> Heading | None:
    """The first heading of the first level; else one that begins the text and stands above all the others."""
    title = next((heading for heading in found if heading.level == 1), found[0] if found else None)
    if title is None or not shown(title.words):
        return None
    begins = not any(map(str.strip, lines[: title.start]))
    above = all(other.level > title.level for other in found if other is not title)
    return title if title.level == 1 or (begins and above) else None


def _divided(text: str, highest: int) -> tuple[str, tuple[Section, ...]]:
    """`highest` is the level of the first heading, which is the one that opens sections."""
    lines = relevel(text, SECTION_LEVEL - highest).split("\n")
    heads = [
        heading for heading in headings("\n".join(lines)) if heading.words and heading.level <= SECTION_LEVEL
    ]
    starts = [*(heading.start for heading in heads), len(lines)]
    return _trimmed(lines[: starts[0]]), tuple(
        Section(head.words, _trimmed(lines[head.end : end]))
        for head, end in zip(heads, starts[1:], strict=True)
    )


def _trimmed(lines: Sequence[str]) -> str:
    """Without blank lines at either end; the spaces before the first word may mean code."""
    return re.sub(r"\A(?:[ \t]*\n)+", "", "\n".join(lines)).rstrip()


def _as_title(name: str) -> str:
    words = " ".join(re.split(r"[\s_-]+", name)).strip()
    if not words:
        raise DocumentError("The document has no title: begin it with one.")
    return words[:1].upper() + words[1:]
