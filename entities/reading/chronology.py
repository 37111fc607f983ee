"""What an article tells, in order of time: its sentences that a date stands in, or that an event rests on."""

from functools import cached_property
from itertools import groupby, pairwise

from entities.reading.edition import Reading
from entities.reading.moments import Moment, moments_of, units

YEARS_OF_SILENCE = 5


class Chronology:
    def __init__(self, reading: Reading) -> None:
        self.edition = reading.edition
        self._passages = [read for read in reading.passages if read.passage.kind != "heading"]

    @cached_property
    def dated(self) -> list[Moment]:
        return sorted((one for one in self._moments if one.when), key=lambda moment: moment.order)

    @cached_property
    def undated(self) -> list[Moment]:
        """Where events stand that nobody has dated, in the order of the text."""
        return [moment for moment in self._moments if not moment.when]

    @property
    def years(self) -> list[tuple[int, list[Moment]]]:
        """By the year in which each begins."""
        return [(year, list(group)) for year, group in groupby(self.dated, lambda one: one.begins.year)]

    @property
    def stops(self) -> list[tuple[Moment, bool]]:
        """For a line of dates: each date of each passage once, and whether years of silence lie before it."""
        seen = {(one.when, one.passage.key): one for one in reversed(self.dated)}
        stops = sorted(seen.values(), key=lambda moment: moment.order)
        silences = [b.begins.year - a.begins.year > YEARS_OF_SILENCE for a, b in pairwise(stops)]
        return list(zip(stops, [False, *silences], strict=False))

    @cached_property
    def sentences(self) -> int:
        return sum(len(units(read.passage)) for read in self._passages)

    @property
    def telling(self) -> int:
        """How many sentences tell of a time."""
        return len({(one.passage.key, one.number) for one in self.dated})

    @property
    def untold(self) -> int:
        """How many carry an event and tell of no time."""
        return self.sentences - self.telling - self.silent

    @property
    def silent(self) -> int:
        """How many neither tell of a time nor carry an event."""
        return self.sentences - len({(one.passage.key, one.number) for one in self._moments})

    @cached_property
    def _moments(self) -> list[Moment]:
        return [moment for read in self._passages for moment in moments_of(self.edition, read)]
