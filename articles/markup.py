"""Safe HTML as a stream of tags and text: what may be in it, and which of it a reader sees as text."""

import html as html_module
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Literal

import nh3

VOID = frozenset({"br", "hr", "img"})
BLOCKS = frozenset(["p", "h2", "h3", "h4", "h5", "h6", "pre", "table", "blockquote", "ul", "ol", "li"])
INLINE = frozenset(["a", "br", "code", "em", "img", "span", "strong", "sup"])
TAGS = BLOCKS | INLINE | frozenset(["hr", "thead", "tbody", "tr", "th", "td"])
ATTRIBUTES = {tag: {"id"} for tag in BLOCKS} | {
    "*": {"lang"},
    "a": {"href", "class", "id", "title"},
    "code": {"class"},
    "img": {"src", "alt", "title", "width", "height", "loading"},
    "ol": {"id", "start"},
    "span": {"data-entity", "class"},
}
ALIGNMENTS = {"left", "center", "right"}
CLASSES = {"sup": {"class": {"ref"}}, "th": {"class": ALIGNMENTS}, "td": {"class": ALIGNMENTS}}
SCHEMES = {"http", "https", "mailto"}

ENDINGS = {"td": "\t", "th": "\t", "tr": "\n"}


@dataclass(frozen=True, slots=True)
class Tag:
    raw: str
    name: str
    kind: Literal["open", "close", "void"]
    attrs: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Text:
    raw: str
    text: str


Piece = Tag | Text


def sanitise(html: str) -> str:
    """HTML with nothing outside the one allow-list.

    No `rel` is added or kept: no `target` is allowed, so `noopener` would have nothing to prevent, and what
    a link may tell the site it leads to is said once, by the Referrer-Policy header.
    """
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        tag_attribute_values=CLASSES,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def walk(html: str) -> Iterator[Piece]:
    """The tags and texts of sanitised HTML, in order; their `raw` strings joined are the HTML again."""
    parser = _Walker()
    parser.feed(html)
    parser.close()
    return iter(parser.pieces)


def shown(html: str) -> Iterator[tuple[Piece, str]]:
    """Each piece with the visible text that it adds."""
    mark = 0
    for piece in walk(html):
        if isinstance(piece, Text):
            yield piece, "" if mark else piece.text
            continue
        if piece.name == "sup" and (mark or "ref" in piece.attrs.get("class", "").split()):
            mark += 1 if piece.kind == "open" else -1
        yield piece, "" if mark else _shown_by(piece)


def visible_text(html: str) -> str:
    """What a reader sees as text: the offsets of every quote and mention count its code points.

    The numbers of footnotes are left out; a line break is a newline, a table's cells end with a tab and its
    rows with a newline; white space at the very end is cut.
    """
    return "".join(text for _, text in shown(html)).rstrip()


def with_id(html: str, key: str) -> str:
    """The block with its key as the id of its first tag."""
    if not re.fullmatch(r"[a-z0-9-]+", key):
        raise ValueError(f"not a key: {key!r}")
    block, found = re.subn(r"\A<([a-z][a-z0-9]*)", rf'<\1 id="{key}"', html)
    if not found:
        raise ValueError("a block begins with its tag")
    return block


def _shown_by(tag: Tag) -> str:
    if tag.name == "br":
        return "\n"
    return ENDINGS.get(tag.name, "") if tag.kind == "close" else ""


class _Walker(HTMLParser):
    """The parser hands on a text in bits, one for each character reference: they are joined once, at its end."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[Piece] = []
        self._bits: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        raw = self.get_starttag_text() or ""
        kind: Literal["void", "open"] = "void" if tag in VOID else "open"
        self._end_text()
        self.pieces.append(Tag(raw, tag, kind, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        self._end_text()
        self.pieces.append(Tag(f"</{tag}>", tag, "close"))

    def handle_data(self, data: str) -> None:
        self._bits.append((data, data))

    def handle_entityref(self, name: str) -> None:
        self._bits.append((f"&{name};", html_module.unescape(f"&{name};")))

    def handle_charref(self, name: str) -> None:
        self._bits.append((f"&#{name};", html_module.unescape(f"&#{name};")))

    def close(self) -> None:
        super().close()
        self._end_text()

    def _end_text(self) -> None:
        if self._bits:
            raws, texts = zip(*self._bits, strict=True)
            self.pieces.append(Text("".join(raws), "".join(texts)))
            self._bits.clear()
