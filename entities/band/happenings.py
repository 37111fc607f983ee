"""What a picture of time has to know: what happened, in which lane it belongs, and the phases it lies in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from entities.band.extent import Extent
from entities.band.strokes import Lane
from entities.band.timescale import Window

UNDATED = "Undated"


@dataclass(frozen=True, slots=True)
class Happening:
    """`extent` is None for what is undated; `phase` is the slug of one, or empty; `weight` runs from 1 to 3."""

    title: str
    url: str
    lane: Lane
    extent: Extent | None = None
    when: str = ""
    phase: str = ""
    standing: str = "recorded"
    standing_words: str = "recorded"
    weight: int = 2

    @property
    def name(self) -> str:
        return f"{self.when or UNDATED}: {self.title}, {self.standing_words}"

    def touches(self, window: Window) -> bool:
        return bool(self.extent) and window.touches(self.extent.earliest, self.extent.latest)

    @property
    def years(self) -> range:
        """Those it may lie in; of one with an open end, the years of the end that is known."""
        if self.extent is None:
            return range(0)
        first, last = ends(self.extent)
        return range(first.year, last.year + 1)


@dataclass(frozen=True, slots=True)
class Era:
    """A phase as it is drawn. Where it `is_dated` not itself, `extent` is that of its dated events, if it has any."""

    title: str
    url: str
    extent: Extent | None = None
    undated: Sequence[Happening] = ()
    is_ahead: bool = False
    is_dated: bool = False

    def touches(self, window: Window) -> bool:
        return bool(self.extent) and window.touches(self.extent.earliest, self.extent.latest)


def ends(extent: Extent) -> tuple[date, date]:
    first, last = extent.earliest or extent.latest, extent.latest or extent.earliest
    assert first and last
    return first, last


def extent_of_all(extents: Iterable[Extent | None]) -> Extent | None:
    """From the first to the last day that is known of any of them."""
    known = [ends(extent) for extent in extents if extent]
    return Extent(min(first for first, _ in known), max(last for _, last in known)) if known else None


def whole_window(happenings: Iterable[Happening], eras: Iterable[Era] = ()) -> Window | None:
    """All years that they may lie in; None where nothing is dated."""
    extent = extent_of_all([*(one.extent for one in happenings), *(era.extent for era in eras)])
    if extent is None:
        return None
    first, last = ends(extent)
    return Window.of_years(first.year, last.year)
