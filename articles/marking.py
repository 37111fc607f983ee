"""Words marked in a text for whoever was led to them: the visible text stays as it is."""

from collections.abc import Iterable, Iterator
from html import escape

from articles.markup import shown

Stretch = tuple[int, int]


def mark(html: str, stretches: Iterable[Stretch]) -> str:
    """The sanitised HTML with a <mark> around these stretches, each given by the code points of the visible text.

    Where a stretch runs across tags, each text in it gets a mark of its own. Stretches may overlap; what lies
    outside the text is left out.
    """
    wanted = joined(stretches)
    parts: list[str] = []
    at = 0
    for piece, text in shown(html):
        inside = [
            (max(s - at, 0), min(e - at, len(text))) for s, e in wanted if s < at + len(text) and e > at
        ]
        parts += _marked(text, inside) if inside and text.strip() else [piece.raw]
        at += len(text)
    return "".join(parts)


def joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """In order, none of them empty, and none touching the next."""
    found: list[Stretch] = []
    for start, end in sorted((max(start, 0), end) for start, end in stretches):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
            found.append((start, end))
    return found


def _marked(text: str, inside: Iterable[Stretch]) -> Iterator[str]:
    done = 0
    for start, end in inside:
        yield f"{escape(text[done:start])}<mark>{escape(text[start:end])}</mark>"
        done = end
    yield escape(text[done:])
