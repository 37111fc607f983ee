"""By what a search is narrowed: the kind of thing, its tags, the entities it names, its years. Written into the index
as codes that no word has, for those that begin with x go on with a hexadecimal digit.
"""

from collections.abc import Iterable
from enum import StrEnum

SEPARATOR = "xx"  # stands between passages, so that no phrase runs across two
MOST_YEARS = 30  # of one thing: what is dated less well is found under none


class Facet(StrEnum):
    KIND = "xk"
    TAG = "xt"
    ENTITY = "xn"
    YEAR = "xy"

    def code(self, value: object) -> str:
        return f"{self.value}{value}"


KINDS = ("article", "entity", "event", "source")
BEGINS = "xz"  # in front of the whole words of titles, which are no stems


def line(kind: str, tags: Iterable[int] = (), entities: Iterable[int] = (), years: Iterable[int] = ()) -> str:
    groups = (
        (Facet.KIND, [kind]),
        (Facet.TAG, sorted(tags)),
        (Facet.ENTITY, sorted(set(entities))),
        (Facet.YEAR, sorted(years)),
    )
    return " ".join(facet.code(value) for facet, values in groups for value in values)


def years_between(first: int | None, last: int | None) -> range:
    """The years of a span; of one with an open end the year that is known."""
    first, last = first or last, last or first
    if first is None or last is None or last - first >= MOST_YEARS:
        return range(0)
    return range(first, last + 1)
