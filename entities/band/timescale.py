"""A line of time drawn to scale: which days it shows, where each lies on it, and where it is marked."""

from dataclasses import dataclass
from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
STEPS = (1, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)))  # in months


@dataclass(frozen=True, slots=True)
class Window:
    """The days shown, both included."""

    first: date
    last: date

    @classmethod
    def of_years(cls, first: int, last: int) -> "Window":
        return cls(date(first, 1, 1), date(last, 12, 31))

    @classmethod
    def of_decade(cls, year: int) -> "Window":
        return cls.of_years(year // 10 * 10, year // 10 * 10 + 9)

    def touches(self, earliest: date | None, latest: date | None) -> bool:
        """Whether something of this stretch lies here; None is an open end."""
        return (earliest is None or earliest <= self.last) and (latest is None or latest >= self.first)

    @property
    def words(self) -> str:
        first, last = self.first.year, self.last.year
        return str(first) if first == last else f"{first} to {last}"


@dataclass(frozen=True, slots=True)
class Tick:
    place: float
    text: str


@dataclass(frozen=True, slots=True)
class Timescale:
    """The window's first day begins at `start`, and its last day ends at `end`, in the units of the drawing."""

    window: Window
    start: float
    end: float

    @property
    def per_day(self) -> float:
        return (self.end - self.start) / (self.window.last.toordinal() - self.window.first.toordinal() + 1)

    def begin(self, day: date) -> float:
        """Where a day begins, which for a day outside of the window is beyond the line."""
        return self.start + (day.toordinal() - self.window.first.toordinal()) * self.per_day

    def finish(self, day: date) -> float:
        """Where a day ends."""
        return self.begin(day) + self.per_day

    def ticks(self, room: float) -> list[Tick]:
        """At the beginnings of years or months, as close to each other as leaves `room` between any two."""
        step = next((step for step in STEPS if step * 28 * self.per_day >= room), STEPS[-1])
        first, last = months(self.window.first), months(self.window.last)
        return [self._tick(month) for month in range(-(-first // step) * step, last + 1, step)]

    def _tick(self, month: int) -> Tick:
        year, index = divmod(month, 12)
        text = MONTHS[index] if index else str(year)
        return Tick(self.begin(date(year, index + 1, 1)), text)


def months(day: date) -> int:
    """Counted from January of the year 0."""
    return day.year * 12 + day.month - 1
