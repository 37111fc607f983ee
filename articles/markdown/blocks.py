"""A Markdown text cut into blocks: what can be cited alone, and the lists and quotations around it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from markdown_it.token import Token

from articles import markup
from articles.markdown.html import heading_level

Kind = Literal["heading", "paragraph", "list_item", "quotation", "code", "table", "image"]

LEAVES: dict[str, Kind] = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "table_open": "table",
    "fence": "code",
    "code_block": "code",
}


@dataclass(frozen=True, slots=True)
class Block:
    """`html` is one sanitised element without an id; `before + html + after` of all blocks joined is the document.

    `before` opens and `after` closes the containers around the block. Rules and empty containers stand in either;
    a text that has nothing else has no blocks.
    """

    kind: Kind
    level: int
    html: str
    text: str
    before: str
    after: str


def cut(tokens: Sequence[Token], html_of: Callable[[Sequence[Token]], str]) -> tuple[Block, ...]:
    """The blocks of a token stream; `html_of` writes a leaf's tokens, or one of a container."""
    cutter = _Cutter()
    for part in _parts(tokens):
        if part[0].type in LEAVES:
            cutter.add_leaf(part, html_of(part))
        else:
            cutter.add_container(part[0], html_of(part))
    return cutter.finish()


def _parts(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens of a leaf together, those of containers one by one."""
    start = depth = 0
    for at, token in enumerate(tokens):
        if depth or token.type in LEAVES:
            depth += token.nesting
        if not depth:
            yield tokens[start : at + 1]
            start = at + 1


@dataclass(slots=True)
class _Leaf:
    kind: Kind
    level: int
    html: str
    before: str
    after: str = ""


@dataclass(slots=True)
class _Cutter:
    leaves: list[_Leaf] = field(default_factory=list)
    containers: list[str] = field(default_factory=list)
    waiting: list[str] = field(
        default_factory=list
    )  # tags since the last leaf that may belong before the next
    unclosed: int = 0  # of these, the ones still open

    def add_leaf(self, tokens: Sequence[Token], html: str) -> None:
        level = heading_level(tokens[0]) if tokens[0].type == "heading_open" else 0
        self.leaves.append(_Leaf(self._kind(tokens), level, html, "".join(self.waiting)))
        self.waiting, self.unclosed = [], 0

    def add_container(self, token: Token, tag: str) -> None:
        self.waiting.append(tag)
        if token.nesting == 1:
            self.containers.append(token.type)
            self.unclosed += 1
        elif token.nesting == -1:
            self.containers.pop()
            if self.unclosed:
                self.unclosed -= 1
            else:
                self._give_to_last()

    def finish(self) -> tuple[Block, ...]:
        self._give_to_last()
        return tuple(
            Block(leaf.kind, leaf.level, leaf.html, markup.visible_text(leaf.html), leaf.before, leaf.after)
            for leaf in self.leaves
        )

    def _give_to_last(self) -> None:
        if self.leaves:
            self.leaves[-1].after += "".join(self.waiting)
            self.waiting = []

    def _kind(self, tokens: Sequence[Token]) -> Kind:
        kind = LEAVES[tokens[0].type]
        if kind != "paragraph":
            return kind
        words = [
            child.type for child in tokens[1].children or () if child.type not in ("link_open", "link_close")
        ]
        if words == ["image"]:
            return "image"
        if "blockquote_open" in self.containers:
            return "quotation"
        return "list_item" if self.containers else "paragraph"
