"""A date as it is known: kept in EDTF, said in words, with the first and the last day that it names."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from articles.dates.notation import Grain, Point, Span, read
from articles.dates.phrases import understand
from articles.dates.words import say

Precision = Literal["day", "month", "quarter", "season", "year", "decade", "span"]
PRECISIONS: dict[Grain, Precision] = {
    "day": "day",
    "month": "month",
    "season": "season",
    "quarter": "quarter",
    "third": "span",
    "half": "span",
    "year": "year",
    "decade": "decade",
}

LONGEST = 64
QUALIFIERS = "~?%"  # about, perhaps, both: how EDTF marks what is not certain
EXAMPLES = (
    "1987, March 2004, 16 May 2019, about 1987, perhaps 2019, early 2020, Q3 2023, the 2010s, before 1990, "
    "since 2014, 17 to 18 March 2004, between 2014 and 2019, 2019-05-16, 1987~, 2014/2019"
)


class FuzzyDateError(ValueError):
    pass


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    edtf: str

    def __post_init__(self) -> None:
        try:
            _known(self.edtf)
        except ValueError as reason:
            raise _refusal(self.edtf, reason) from None

    def __str__(self) -> str:
        return self.edtf

    @property
    def earliest(self) -> date | None:
        """The first day of what is named (a qualifier does not widen it); None when that end is open."""
        known = _known(self.edtf)
        start = known if isinstance(known, Point) else known.start
        return start.first if start else None

    @property
    def latest(self) -> date | None:
        known = _known(self.edtf)
        end = known if isinstance(known, Point) else known.end
        return end.last if end else None

    @property
    def words(self) -> str:
        return say(_known(self.edtf))

    @property
    def precision(self) -> Precision:
        known = _known(self.edtf)
        return "span" if isinstance(known, Span) else PRECISIONS[known.grain]

    @property
    def is_certain(self) -> bool:
        """One stretch of the calendar with sharp edges: no about, perhaps or early, and no from and to."""
        known = _known(self.edtf)
        return isinstance(known, Point) and not known.qualifier and known.grain not in ("third", "decade")


def parse(text: str) -> FuzzyDate:
    """From EDTF or words; FuzzyDateError for what is not understood, which is never dropped or guessed."""
    try:
        if len(text) > LONGEST:
            raise ValueError(f"it is longer than {LONGEST} characters")
        return FuzzyDate(str(understand(text)))
    except ValueError as reason:
        raise _refusal(text, reason) from None


@lru_cache(maxsize=4096)
def _known(edtf: str) -> Point | Span:
    return read(edtf)


def _refusal(given: str, reason: ValueError) -> FuzzyDateError:
    return FuzzyDateError(
        f"{given[:LONGEST]!r} cannot be read as a date: {reason}. Write for example {EXAMPLES}."
    )
