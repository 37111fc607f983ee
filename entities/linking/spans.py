"""Stretches of a text, from `start` to before `end`: which of them can stand side by side."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar


class Spanning(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Span = TypeVar("Span", bound=Spanning)


def leftmost_longest(spans: Iterable[Span]) -> list[Span]:
    """The first to begin and of these the longest, and so on to the right of its end."""
    chosen: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not chosen or span.start >= chosen[-1].end:
            chosen.append(span)
    return chosen


def overlapping(apart: Sequence[Span], start: int, end: int) -> Span | None:
    """The last span that shares something with this stretch; the spans are in order and do not overlap."""
    at = bisect_left(apart, end, key=lambda span: span.start)
    return apart[at - 1] if at and apart[at - 1].end > start else None
