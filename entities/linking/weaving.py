"""Links woven into a block's HTML: its visible text stays as it is, and weaving twice is the same as once."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from articles.markup import Piece, Tag, sanitise, shown
from entities.linking.layout import interrupts, is_by_hand, lay_out
from entities.linking.spans import leftmost_longest

CLOSE = "</a>"


@dataclass(frozen=True, slots=True)
class Link:
    """Code points `start` to `end` of the block's visible text, and where they lead."""

    start: int
    end: int
    href: str
    title: str = ""

    @property
    def tag(self) -> str:
        title = f' title="{escape(self.title)}"' if self.title else ""
        return f'<a href="{escape(self.href)}" class="entity"{title}>'


def weave(html: str, links: Iterable[Link]) -> str:
    """The block with its links. One that no element can go around is left out; of those that overlap, the leftmost
    longest stays, of equals the first. Words linked by hand become the link of exactly their stretch, or else plain text."""
    links = list(links)
    plain = _settle_by_hand(html, links)
    layout = lay_out(plain)
    chosen = leftmost_longest(link for link in links if layout.holds(link.start, link.end))
    return sanitise(_wrap(plain, chosen))


def _settle_by_hand(html: str, links: Sequence[Link]) -> str:
    if "data-entity" not in html:
        return html
    layout = lay_out(html)
    wanted = {(link.start, link.end): link for link in reversed(links)}
    become = {hand.opening: wanted.get((hand.start, hand.end)) for hand in layout.by_hand if hand.linkable}
    parts: list[str] = []
    closings: list[str] = []
    for at, (piece, _) in enumerate(shown(html)):
        if not isinstance(piece, Tag) or piece.kind == "void":
            parts.append(piece.raw)
        elif piece.kind == "close":
            parts.append(closings.pop())
        elif is_by_hand(piece):
            link = become.get(at)
            parts.append(link.tag if link else "")
            closings.append(CLOSE if link else "")
        else:
            parts.append(piece.raw)
            closings.append(f"</{piece.name}>")
    return "".join(parts)


def _wrap(html: str, links: Iterable[Link]) -> str:
    """HTML with these links, each of which lies within one run; they are in order and do not overlap."""
    edges = deque(edge for link in links for edge in ((link.start, link.tag), (link.end, CLOSE)))
    parts: list[str] = []
    at = 0
    for piece, text in shown(html):
        parts += [piece.raw] if interrupts(piece) or not text else _cut(piece, at, text, edges)
        at += len(text)
    return "".join(parts)


def _cut(piece: Piece, start: int, text: str, edges: deque[tuple[int, str]]) -> Iterator[str]:
    """The piece with the edges that touch it: a link opens before the character at its edge and closes after one."""
    end, done = start + len(text), 0
    while edges and (edges[0][0] < end or edges[0] == (end, CLOSE)):
        at, tag = edges.popleft()
        yield _part(piece, text, done, at - start)
        yield tag
        done = at - start
    yield _part(piece, text, done, len(text))


def _part(piece: Piece, text: str, start: int, end: int) -> str:
    return piece.raw if (start, end) == (0, len(text)) else escape(text[start:end])
