"""The part of a text that shows why it was found: runs of text, those that were asked for marked."""

from collections.abc import Sequence

from entities.search.asking import Phrase, Stretch, stretches

Run = tuple[str, bool]

LENGTH = 240
BEFORE = 60


def extract(text: str, phrases: Sequence[Phrase], length: int = LENGTH) -> list[Run]:
    """At most `length` characters and an ellipsis at either end, around the place where most was found."""
    found = stretches(text, phrases)
    start, end = window(text, found, length)
    runs = _runs(text, found, start, end)
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    return [run for run in ((before, False), *runs, (after, False)) if run[0]]


def window(text: str, found: Sequence[Stretch], length: int) -> Stretch:
    """From and to the beginning and the end of a word, where there are any near."""
    if len(text) <= length:
        return 0, len(text)
    best = max(found, key=lambda one: (_inside(found, one[0], length - BEFORE), -one[0]), default=(0, 0))
    start = max(0, min(best[0] - BEFORE, len(text) - length))
    if start and (space := text.find(" ", start, best[0])) >= 0:
        start = space + 1
    end = min(len(text), start + length)
    if end < len(text) and (space := text.rfind(" ", max(best[1], start), end)) >= 0:
        end = space
    return start, end


def _inside(found: Sequence[Stretch], start: int, length: int) -> int:
    return sum(start <= one[0] and one[1] <= start + length for one in found)


def _runs(text: str, found: Sequence[Stretch], at: int, end: int) -> list[Run]:
    runs: list[Run] = []
    for start, stop in found:
        if at <= start and stop <= end:
            runs += [(text[at:start], False), (text[start:stop], True)]
            at = stop
    return [*runs, (text[at:end], False)]
