"""Why a date was found among the years asked for, in words: it lies in them, reaches into them, or may."""

from datetime import date

from articles.dates.fuzzydate import FuzzyDate
from entities.band.extent import Extent, extent_of


def why_in_years(when: FuzzyDate, first: int | None, last: int | None) -> str:
    """Of one that may lie in them; None is an end that was not asked for."""
    extent, start, end = extent_of(when), date(first or 1, 1, 1), date(last or 9999, 12, 31)
    verb = "lies in" if surely_between(extent, start, end) else _verb(extent, start, end)
    return f"its date, {when.words}, {verb} {_years(first, last)}"


def surely_between(extent: Extent, first: date, last: date) -> bool:
    """Whether every day that it may mean is among these. Of "about" and "perhaps" that cannot be said."""
    if not extent.is_certain or extent.earliest is None or extent.latest is None:
        return False
    return first <= extent.earliest and extent.latest <= last


def _verb(extent: Extent, first: date, last: date) -> str:
    if extent.sure_from is None or extent.sure_to is None:
        return "may lie in"
    reaches = extent.is_certain and extent.sure_from <= last and first <= extent.sure_to
    return "reaches into" if reaches else "may reach into"


def _years(first: int | None, last: int | None) -> str:
    if first is None or last is None:
        return f"{last} or earlier" if first is None else f"{first} or later"
    return str(first) if first == last else f"{first} to {last}"
