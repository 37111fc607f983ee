"""Links that the author wrote: the words that carry each, and where it leads."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.markup import Tag, shown


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """Code points `start` to before `end` of the visible text."""

    start: int
    end: int
    href: str


def written_links(html: str) -> Iterator[WrittenLink]:
    """Of sanitised HTML; those without visible words are left out."""
    at, begun = 0, None
    for piece, text in shown(html):
        if isinstance(piece, Tag) and piece.name == "a":
            if piece.kind == "open":
                begun = (at, piece.attrs.get("href", ""))
            elif begun:
                if at > begun[0]:
                    yield WrittenLink(begun[0], at, begun[1])
                begun = None
        at += len(text)
