"""What a date as it is known says of each day: that it may have been then, that it surely was, or neither."""

from dataclasses import dataclass
from datetime import date

from articles.dates.fuzzydate import QUALIFIERS, FuzzyDate
from articles.dates.notation import Point, read


@dataclass(frozen=True, slots=True)
class Extent:
    """`earliest` and `latest` are None where that end is open.

    What lasted was surely going on from `sure_from` to `sure_to`; both are None for one moment somewhere in between.
    """

    earliest: date | None
    latest: date | None
    sure_from: date | None = None
    sure_to: date | None = None
    is_certain: bool = True

    @property
    def is_a_day(self) -> bool:
        return self.is_certain and self.earliest is not None and self.earliest == self.latest


def extent_of(when: FuzzyDate) -> Extent:
    known = read(when.edtf)
    certain = not set(QUALIFIERS) & set(when.edtf)
    if isinstance(known, Point) or known.choice:
        return Extent(when.earliest, when.latest, is_certain=certain)
    start, end = known.start and known.start.last, known.end and known.end.first
    sure_from, sure_to = start or end, end or start
    if sure_from and sure_to and sure_from > sure_to:  # it may have begun and ended in the same days
        return Extent(when.earliest, when.latest, is_certain=certain)
    return Extent(when.earliest, when.latest, sure_from, sure_to, certain)
