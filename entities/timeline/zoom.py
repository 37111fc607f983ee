"""How closely the line of time is looked at: all of it, a decade, a year; and where something is to be seen then."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from entities.band.happenings import Happening
from entities.band.timescale import Window

Scale = Literal["decade", "year"]


def window_at(scale: Scale, year: int) -> Window:
    return Window.of_decade(year) if scale == "decade" else Window.of_years(year, year)


def busiest(scale: Scale, happenings: Sequence[Happening], within: Window | None = None) -> Window | None:
    """The earliest of those into which most may fall, or of those that touch a window; None where nothing may."""
    counts = _counts(scale, happenings)
    if within:
        counts = {
            year: count
            for year, count in counts.items()
            if within.touches(window_at(scale, year).first, window_at(scale, year).last)
        }
    return window_at(scale, max(sorted(counts), key=lambda year: counts[year])) if counts else None


def neighbours(
    scale: Scale, happenings: Sequence[Happening], window: Window
) -> tuple[Window | None, Window | None]:
    """The nearest before and after it into which something may fall."""
    years = sorted(_counts(scale, happenings))
    before = [year for year in years if year < window.first.year]
    after = [year for year in years if year > window.last.year]
    return (
        window_at(scale, before[-1]) if before else None,
        window_at(scale, after[0]) if after else None,
    )


def _counts(scale: Scale, happenings: Sequence[Happening]) -> dict[int, int]:
    """How many may fall into each decade or year, by its first year."""
    length = 10 if scale == "decade" else 1
    return Counter(first for one in happenings for first in {year // length * length for year in one.years})
