"""Limits that keep a text, however it was made, from costing more than an honest one."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from itertools import groupby
from time import monotonic

from markdown_it.token import Token

LONGEST_SOURCE = 1_000_000  # bytes
MOST_ADDED_BY_LINKS = 100_000  # characters; 87 KB of reference links once made 312 MB
MOST_BLOCKS = 20_000
MOST_TABLE_TOKENS = 60_000  # some 20,000 cells, of all tables
MOST_SECONDS = 20.0  # of rendering; an honest text of the longest size takes two
DEEPEST_BLOCKS = 20  # the parser drops, without a word, what lies deeper
DEEPEST_INLINE = 50
MOST_ACCENTS = (
    30  # on one letter, as in Unicode's stream-safe format: normalising takes the square of their number
)

UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
PERHAPS_ACCENTS = re.compile(rf"[^\w\s\x00-\u02ff]{{{MOST_ACCENTS + 1},}}")
CONTAINERS = frozenset(
    {"blockquote_open", "bullet_list_open", "ordered_list_open", "list_item_open", "footnote_reference_open"}
)


class MarkdownError(ValueError):
    """The message is for the person who wrote the text."""


def check_source(source: str) -> None:
    check_characters(source)
    if len(source.encode()) > LONGEST_SOURCE:
        raise MarkdownError("The text is longer than 1 MB: divide it into parts.")


def check_characters(text: str) -> None:
    """Refuse what XML and HTML cannot carry; a character reference can bring it in as well."""
    if found := UNSHOWABLE.search(text):
        raise MarkdownError(f"The text has a character that cannot be shown: U+{ord(found[0]):04X}.")
    if any(_is_pile(run[0]) for run in PERHAPS_ACCENTS.finditer(text)):
        raise MarkdownError(f"A letter has more than {MOST_ACCENTS} accents.")


def check_tokens(tokens: Iterable[Token], source: str) -> None:
    added = 0
    for token in tokens:
        if token.type in CONTAINERS and token.level >= DEEPEST_BLOCKS - 1:
            raise MarkdownError("Lists and quotations are nested too deeply.")
        for child in _descendants(token):
            if child.level > DEEPEST_INLINE:
                raise MarkdownError("Emphasis is nested too deeply.")
            added += sum(len(str(child.attrs.get(name, ""))) for name in ("href", "src", "title"))
    if added > len(source) + MOST_ADDED_BY_LINKS:
        raise MarkdownError("The links make the text too long: too many of them repeat a long address.")


def check_tables(tokens: int) -> None:
    if tokens > MOST_TABLE_TOKENS:
        raise MarkdownError("The tables have too many cells.")


class Tally:
    """What a text amounts to, counted as it is written; `clock` tells seconds."""

    def __init__(self, source: str, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._deadline = clock() + MOST_SECONDS
        self._blocks = 0
        self._room = 4 * len(source) + 1_000_000

    def add(self, html: str) -> None:
        check_characters(html)
        self._blocks += 1
        self._room -= len(html)
        if self._blocks > MOST_BLOCKS:
            raise MarkdownError(f"The text has more than {MOST_BLOCKS} blocks: divide it into parts.")
        if self._room < 0:
            raise MarkdownError("The text becomes too long as a page.")
        if self._clock() > self._deadline:
            raise MarkdownError("The text takes too long to render: divide it into parts.")


def _is_pile(run: str) -> bool:
    groups = groupby(run, lambda character: unicodedata.combining(character) > 0)
    return any(accents and sum(1 for _ in group) > MOST_ACCENTS for accents, group in groups)


def _descendants(token: Token) -> Iterable[Token]:
    waiting = list(token.children or ())
    while waiting:
        child = waiting.pop()
        waiting.extend(child.children or ())
        yield child
