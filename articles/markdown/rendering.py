"""Markdown to a document: its blocks, each a safe HTML element that can be cited, and its numbered notes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from articles import markup
from articles.markdown.blocks import LEAVES, Block, Kind, cut
from articles.markdown.guards import MarkdownError, Tally, check_source, check_tokens
from articles.markdown.html import References
from articles.markdown.rules import parser

__all__ = ["Block", "Document", "Kind", "MarkdownError", "Note", "render"]


@dataclass(frozen=True, slots=True)
class Note:
    """The words of a defined note; or, with no HTML, a citation of the source whose slug is the label.

    Notes do not nest: a reference in a note's words stays as it was written.
    """

    number: int
    label: str
    html: str
    text: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]


def render(source: str) -> Document:
    """The blocks, and the notes that they refer to. A text that exceeds a limit is refused with MarkdownError."""
    check_source(source)
    md = parser()
    tokens = md.parse(source)
    check_tokens(tokens, source)
    body, definitions = _take_out_definitions(tokens)
    marks, tally = References(), Tally(source)
    blocks = cut(body, _writer(md, marks, tally))
    in_notes = _writer(md, None, tally)
    notes = (
        _defined(number, label, ids, cut(definitions[label], in_notes))
        if label in definitions
        else Note(number, label, "", "", tuple(ids))
        for number, (label, ids) in enumerate(marks.ids.items(), 1)
    )
    return Document(blocks, tuple(notes))


def _take_out_definitions(tokens: Sequence[Token]) -> tuple[list[Token], dict[str, list[Token]]]:
    body: list[Token] = []
    definitions: dict[str, list[Token]] = {}
    being_read = [body]
    for token in tokens:
        if token.type == "footnote_reference_open":
            label = token.meta["label"]
            if label in definitions:
                raise MarkdownError(f"The note “{label}” is written twice.")
            definitions[label] = []
            being_read.append(definitions[label])
        elif token.type == "footnote_reference_close":
            being_read.pop()
        else:
            being_read[-1].append(token)
    return body, definitions


def _defined(number: int, label: str, ids: list[str], blocks: tuple[Block, ...]) -> Note:
    if not blocks:
        raise MarkdownError(f"The note “{label}” has no words.")
    html = "".join(block.before + block.html + block.after for block in blocks)
    return Note(number, label, html, "\n".join(block.text for block in blocks), tuple(ids))


def _writer(md: MarkdownIt, marks: References | None, tally: Tally) -> Callable[[Sequence[Token]], str]:
    def write(tokens: Sequence[Token]) -> str:
        html: str = md.renderer.render(tokens, md.options, {"marks": marks})
        if tokens[0].type not in LEAVES:
            return html
        html = markup.sanitise(html.rstrip("\n"))
        tally.add(html)
        return html

    return write
