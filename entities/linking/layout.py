"""Where in a block's HTML a stretch of its visible text can become a link."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.markup import Piece, Tag, shown
from entities.linking.spans import overlapping

BARRED = frozenset(["a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"])


@dataclass(frozen=True, slots=True)
class Run:
    """Text that no tag interrupts, but for line breaks."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ByHand:
    """Words that the author linked to a name. `opening` counts the pieces of the HTML before its tag."""

    start: int
    end: int
    name: str
    linkable: bool
    opening: int


@dataclass(frozen=True, slots=True)
class Layout:
    text: str
    runs: Sequence[Run]
    by_hand: Sequence[ByHand]

    def holds(self, start: int, end: int) -> bool:
        """Whether one element can go around this stretch: of one run, or exactly the words linked by hand."""
        hand = overlapping(self.by_hand, start, end)
        if hand:
            return hand.linkable and (hand.start, hand.end) == (start, end)
        run = overlapping(self.runs, start, end)
        return run is not None and run.start <= start < end <= run.end


def lay_out(html: str) -> Layout:
    reader = _Reader()
    for piece, text in shown(html):
        reader.take(piece, text)
    reader.end_run()
    return Layout("".join(reader.texts).rstrip(), reader.runs, reader.hands)


def is_by_hand(piece: Piece) -> bool:
    return isinstance(piece, Tag) and piece.name == "span" and "data-entity" in piece.attrs


def interrupts(piece: Piece) -> bool:
    return isinstance(piece, Tag) and piece.name != "br"


@dataclass(slots=True)
class _Reader:
    texts: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    hands: list[ByHand] = field(default_factory=list)
    open: list[Tag] = field(default_factory=list)
    barred: int = 0  # open elements that links stay out of
    bars: int = 0  # all of these so far
    hand: tuple[Tag, int, int, int] | None = (
        None  # the outermost, with where it began, `bars` and `pieces` then
    )
    at: int = 0
    run_start: int = 0
    pieces: int = 0

    def take(self, piece: Piece, text: str) -> None:
        self.texts.append(text)
        if isinstance(piece, Tag) and interrupts(piece):
            self.end_run()
            if piece.kind == "open":
                self._enter(piece)
            elif piece.kind == "close":
                self._leave(self.open.pop())
            self.run_start = self.at + len(text)
        self.at += len(text)
        self.pieces += 1

    def end_run(self) -> None:
        if self.at > self.run_start and not self.barred:
            self.runs.append(Run(self.run_start, self.at))

    def _enter(self, tag: Tag) -> None:
        self.open.append(tag)
        if tag.name in BARRED:
            self.barred += 1
            self.bars += 1
        elif is_by_hand(tag) and self.hand is None:
            self.hand = (tag, self.at, self.bars, self.pieces)

    def _leave(self, tag: Tag) -> None:
        if tag.name in BARRED:
            self.barred -= 1
        elif self.hand and tag is self.hand[0]:
            _, start, bars, opening = self.hand
            self.hand = None
            if self.at > start:
                linkable = not self.barred and bars == self.bars
                self.hands.append(ByHand(start, self.at, tag.attrs["data-entity"], linkable, opening))
