"""What a picture is made of: threads, lines, words."""

from dataclasses import dataclass
from functools import cached_property

from entities.lettering import width

LEADING = 1.25
ASCENT, DESCENT = 0.95, 0.3
TEXT_COLUMN = 600


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)


@dataclass(frozen=True)
class Text:
    """Set from the baseline of its first line; `anchor` is start, middle or end, and `said` its name as a link."""

    x: int
    y: int
    lines: tuple[str, ...]
    size: int
    anchor: str = "start"
    href: str = ""
    said: str = ""
    thread: str = ""

    @cached_property
    def placed(self) -> list[tuple[int, str]]:
        return [(self.y + round(n * self.size * LEADING), line) for n, line in enumerate(self.lines)]

    @cached_property
    def box(self) -> Box:
        wide = max(map(width, self.lines)) * self.size
        left = self.x - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        last = self.placed[-1][0]
        return Box(left, self.y - self.size * ASCENT, left + wide, last + self.size * DESCENT)


@dataclass(frozen=True, slots=True)
class Mark:
    """The sign of one of the duo: a disc or a square round a letter."""

    x: int
    y: int
    letter: str
    thread: str

    @property
    def left(self) -> int:
        return self.x - 8

    @property
    def top(self) -> int:
        return self.y - 8

    @property
    def baseline(self) -> int:
        return self.y + 4


@dataclass(frozen=True, slots=True)
class Strand:
    line: str
    head: str
    words: Text
    look: str


@dataclass(frozen=True, slots=True)
class Knot:
    """One who is tied to a thread, with all the strands between the two; `bracket` holds several together.

    Strands from one thread to another lead to no name.
    """

    name: Text | None
    strands: tuple[Strand, ...]
    thread: str = ""
    mark: Mark | None = None
    bracket: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    line: str
    name: Text
    thread: str = ""
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    width: int
    height: int
    threads: tuple[Thread, ...]
    knots: tuple[Knot, ...]
    headings: tuple[Text, ...] = ()

    @property
    def hubs(self) -> str:
        return " and ".join(thread.name.said for thread in self.threads)

    @property
    def fits_the_text(self) -> bool:
        return self.width <= TEXT_COLUMN

    def texts(self) -> list[Text]:
        named = [one.name for one in (*self.threads, *self.knots) if one.name]
        return [*named, *self.headings, *(strand.words for knot in self.knots for strand in knot.strands)]


def block(lines: tuple[str, ...], size: int) -> int:
    """How high some lines stand."""
    return round(len(lines) * size * LEADING)
