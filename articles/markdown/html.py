"""Markdown tokens to HTML, without white space between tags, and the footnotes that they refer to."""

import re
from collections.abc import Sequence
from typing import Any

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from articles.markdown.guards import MarkdownError

OUTSIDE = re.compile(r"(?:https?:|mailto:|//)", re.IGNORECASE)
DECORATIVE = "decorative"  # the title of an image that has no description, as it needs none
HIGHEST_HEADING = 2  # the first level is the article's title


class References:
    """The notes that a text refers to, in the order of their first use, with the ids of the marks in the text."""

    def __init__(self) -> None:
        self.ids: dict[str, list[str]] = {}
        self._numbers: dict[str, int] = {}

    def mark(self, label: str) -> str:
        number = self._numbers.setdefault(label, len(self._numbers) + 1)
        ids = self.ids.setdefault(label, [])
        ids.append(f"ref-{number}-{len(ids) + 1}" if ids else f"ref-{number}")
        return f'<sup class="ref"><a href="#note-{number}" id="{ids[-1]}">{number}</a></sup>'


def heading_level(token: Token) -> int:
    return max(HIGHEST_HEADING, int(token.tag[1:]))


class Renderer(RendererHTML):
    """`env["marks"]` collects the notes; where it is None, as in a note, a reference stays as it was written."""

    def renderToken(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:  # noqa: N802
        """A paragraph of a tight list, which others hide, is written as well: it is a passage."""
        token = tokens[idx]
        return f"</{token.tag}>" if token.nesting == -1 else f"<{token.tag}{self.renderAttrs(token)}>"

    def heading_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return f"<h{heading_level(tokens[idx])}>"

    def heading_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return f"</h{heading_level(tokens[idx])}>"

    def link_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        if OUTSIDE.match(str(tokens[idx].attrs["href"])):
            tokens[idx].attrSet("class", "external")
        return self.renderToken(tokens, idx, options, env)

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        address = str(tokens[idx].attrs["src"])
        if OUTSIDE.match(address):
            raise MarkdownError(f"Images of other sites are not shown: upload {address[:200]} here.")
        html = super().image(tokens, idx, options, env)
        return html if str(tokens[idx].attrs["alt"]).strip() else self.decorative(tokens, idx, options, env)

    def decorative(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        if tokens[idx].attrs.pop("title", "") != DECORATIVE:
            address = str(tokens[idx].attrs["src"])
            raise MarkdownError(
                f"The image {address[:200]} has no description. Write it between the brackets;"
                f' or, if it tells nothing, say so after the address: ![]({address[:200]} "{DECORATIVE}")'
            )
        tokens[idx].attrSet("alt", "")
        return self.renderToken(tokens, idx, options, env)

    def softbreak(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """A space, so that where the lines of a source break changes nothing that is read, quoted or compared."""
        return " "

    def hardbreak(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return "<br>"

    def note_mark(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        label: str = tokens[idx].meta["label"]
        references: References | None = env["marks"]
        return references.mark(label) if references else escapeHtml(f"[^{label}]")

    def th_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        alignment = str(tokens[idx].attrs.get("style", "")).removeprefix("text-align:")
        return f'<{tokens[idx].tag} class="{alignment}">' if alignment else f"<{tokens[idx].tag}>"

    td_open = th_open
