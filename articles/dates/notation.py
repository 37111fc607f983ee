"""Dates as EDTF (ISO 8601-2) writes them: a point in time, an interval, or one moment within a span."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Grain = Literal["day", "month", "season", "quarter", "third", "half", "year", "decade"]

YEARS = range(1000, 3000)
# ISO 8601-2 numbers the parts of a year after the months. Seasons are taken to be northern, by whole months:
# spring begins in March, and the winter of a year in its December.
PARTS: dict[Grain, range] = {
    "month": range(1, 13),
    "season": range(21, 25),
    "quarter": range(33, 37),
    "third": range(37, 40),
    "half": range(40, 42),
}
POINT = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<part>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<q>[~?%]?)"
    r"|(?P<decade>[0-9]{3})X(?P<dq>[~?%]?)"
)


@dataclass(frozen=True, slots=True)
class Point:
    """A day, or a longer stretch with a name; `qualifier` is ~ (about), ? (perhaps), % (both) or nothing."""

    grain: Grain
    year: int
    part: int = 0
    day: int = 0
    qualifier: str = ""

    def __post_init__(self) -> None:
        if self.year not in YEARS:
            raise ValueError(f"years run from {YEARS.start} to {YEARS.stop - 1}")
        if self.grain == "day":
            date(self.year, self.part, self.day)

    def __str__(self) -> str:
        if self.grain == "decade":
            return f"{self.year // 10}X{self.qualifier}"
        part = f"-{self.part:02}" if self.part else ""
        day = f"-{self.day:02}" if self.day else ""
        return f"{self.year}{part}{day}{self.qualifier}"

    @property
    def first(self) -> date:
        return date(self.year, self.part, self.day) if self.day else _first_of(self._months.start)

    @property
    def last(self) -> date:
        return self.first if self.day else _first_of(self._months.stop) - timedelta(days=1)

    @property
    def _months(self) -> range:
        """Counted from January of the year 0."""
        start = self.year * 12
        if self.grain in ("year", "decade"):
            return range(start, start + (120 if self.grain == "decade" else 12))
        codes = PARTS[self.grain]
        length = 12 // len(codes)
        start += (self.part - codes.start) * length + (2 if self.grain == "season" else 0)
        return range(start, start + length)

    def beside(self, step: Literal[-1, 1]) -> "Point":
        """The next or the previous of its kind."""
        if self.grain == "day":
            day = self.first + timedelta(days=step)
            return Point("day", day.year, day.month, day.day, self.qualifier)
        if self.grain in ("year", "decade"):
            return Point(
                self.grain, self.year + step * (10 if self.grain == "decade" else 1), qualifier=self.qualifier
            )
        codes = PARTS[self.grain]
        years, index = divmod(self.part - codes.start + step, len(codes))
        return Point(self.grain, self.year + years, codes[index], qualifier=self.qualifier)


@dataclass(frozen=True, slots=True)
class Span:
    """From start to end, both included, None for open; a choice is one moment within it, not all of it."""

    start: Point | None
    end: Point | None
    choice: bool = False

    def __post_init__(self) -> None:
        if self.start and self.end and self.start.first > self.end.last:
            raise ValueError("it would end before it begins")
        if not self.start and not self.end:
            raise ValueError("one end must be known")
        # So that the words for a span stay within the 64 characters that may be given back.
        if any(point and point.qualifier == "%" for point in (self.start, self.end)):
            raise ValueError("within a span a date can be about (~) or perhaps (?), not both")
        if self.choice and not (self.start and self.end):
            self.outside()

    def __str__(self) -> str:
        if self.choice:
            return f"[{self.start or ''}..{self.end or ''}]"
        return f"{self.start or '..'}/{self.end or '..'}"

    def outside(self) -> Point:
        """What an open span comes before or after."""
        if self.end:
            return self.end.beside(1)
        assert self.start
        return self.start.beside(-1)


def read(edtf: str) -> Point | Span:
    if edtf.startswith("[") and edtf.endswith("]") and ".." in edtf:
        start, _, end = edtf[1:-1].partition("..")
        return Span(_end(start, ""), _end(end, ""), choice=True)
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        return Span(_end(start, ".."), _end(end, ".."))
    return _point(edtf)


def read_point(edtf: str) -> Point | None:
    """None when it does not look like a point; ValueError when it does but there is no such date."""
    found = POINT.fullmatch(edtf)
    if found is None:
        return None
    if found["decade"]:
        return Point("decade", int(found["decade"]) * 10, qualifier=found["dq"])
    year, part, day = int(found["year"]), int(found["part"] or 0), int(found["day"] or 0)
    return Point(_grain(found["part"], found["day"]), year, part, day, found["q"])


def _grain(part: str | None, day: str | None) -> Grain:
    if day is not None:
        return "day"
    if part is None:
        return "year"
    for grain, codes in PARTS.items():
        if int(part) in codes:
            return grain
    raise ValueError(f"{part} is neither a month nor another part of a year")


def _end(edtf: str, open_mark: str) -> Point | None:
    return None if edtf == open_mark else _point(edtf)


def _point(edtf: str) -> Point:
    point = read_point(edtf)
    if point is None:
        raise ValueError("it is not understood")
    return point


def _first_of(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
