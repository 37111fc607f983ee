"""The Markdown that we read: CommonMark with tables, footnotes and links by hand, and no HTML."""

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_inline import StateInline, autolink
from mdit_py_plugins.footnote import footnote_plugin

from articles.markdown.guards import DEEPEST_BLOCKS, check_tables
from articles.markdown.html import Renderer

LONGEST_NAME = 100  # characters, of a name and of its words
SCHEME = re.compile(r"[^/?#]*?:")
GOOD_SCHEME = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
LABEL = re.compile(r"\[\^([^\s\[\]]{1,100})\]")
SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def parser() -> MarkdownIt:
    options = {"html": False, "xhtmlOut": False, "maxNesting": DEEPEST_BLOCKS}
    md = MarkdownIt("commonmark", options, renderer_cls=Renderer).enable("table")
    md.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    md.validateLink = leads_somewhere_safe  # type: ignore[method-assign]
    md.block.ruler.at("table", counted_table, {"alt": ["paragraph", "reference"]})
    md.inline.ruler.at("autolink", autolink_outside_links)
    md.inline.ruler.at("footnote_ref", footnote_reference)
    md.inline.ruler.after("link", "by_hand", by_hand)
    return md


def leads_somewhere_safe(url: str) -> bool:
    return not SCHEME.match(url) or bool(GOOD_SCHEME.match(url))


def counted_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Missing cells are filled in, so 2 KB of bars make 90,000 of them."""
    before = len(state.tokens)
    found = table(state, start, end, silent)
    state.env["table_tokens"] = state.env.get("table_tokens", 0) + len(state.tokens) - before
    check_tables(state.env["table_tokens"])
    return found


def autolink_outside_links(state: StateInline, silent: bool) -> bool:
    """`[<https://a.example>](b)` would be a link in a link."""
    return not state.linkLevel and autolink(state, silent)


def footnote_reference(state: StateInline, silent: bool) -> bool:
    """`[^label]`: of a definition, or else of a source whose slug the label can be.

    A label is at most 100 characters, or a run of `[^` would be read again from each of its places.
    """
    found = LABEL.match(state.src, state.pos, state.posMax)
    if silent or state.linkLevel or not found:
        return False
    defined = state.env.get("footnotes", {}).get("refs", {})
    if f":{found[1]}" not in defined and not SLUG.fullmatch(found[1]):
        return False
    state.push("note_mark", "", 0).meta = {"label": found[1]}
    state.pos = found.end()
    return True


def by_hand(state: StateInline, silent: bool) -> bool:
    """`[[Name]]` or `[[Name|words]]`. The words may hold emphasis, but neither code nor links.

    It answers nothing in the silent pass that looks for the end of a link's text, so that a link around it stays one.
    """
    start = state.pos + 2
    if silent or state.linkLevel or not state.src.startswith("[[", state.pos):
        return False
    end = state.src.find("]]", start, min(state.posMax, start + 2 * LONGEST_NAME + 3))
    inner = state.src[start:end] if end >= 0 else ""
    name, bar, words = inner.partition("|")
    if not all(_is_part(part) for part in (name, *([words] if bar else []))):
        return False
    _push(state, unescapeAll(" ".join(name.split())), words if bar else name, end)
    return True


def _is_part(part: str) -> bool:
    return 0 < len(part.strip()) <= len(part) <= LONGEST_NAME and not re.search(r"[\[\]|`]|\\$", part)


def _push(state: StateInline, name: str, words: str, end: int) -> None:
    after = state.posMax
    state.pos, state.posMax = end - len(words.lstrip()), end
    state.push("by_hand_open", "span", 1).attrs = {"data-entity": name}
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    state.tokens[-1].content = state.tokens[-1].content.rstrip()
    state.push("by_hand_close", "span", -1)
    state.pos, state.posMax = end + 2, after
