"""Names found in a text: every place where one stands, and the longest ones, left to right."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import ahocorasick_rs

from entities.linking.filing import Filed
from entities.linking.folding import Reading, breaks, fold, has_unspaced_script, level, read
from entities.linking.spans import leftmost_longest


class Name(NamedTuple):
    """A spelling of an entity. One that need not be a whole word may stand between Han characters."""

    text: str
    entity: int
    alias: int
    case_sensitive: bool = True
    whole_word: bool = True


@dataclass(frozen=True, slots=True)
class Match:
    """Code points `start` to `end`. Where several entities share the spelling it names none: all are candidates."""

    start: int
    end: int
    entity: int | None
    alias: int | None
    candidates: tuple[int, ...]


class Lexicon:
    """Names. A text is compared with those whose beginning it has: of 100,000 with a few, so that a lexicon is soon made."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._names = list(names)
        self._filed = Filed(name.text for name in self._names)

    def find(self, text: str) -> list[Match]:
        """The longest of the leftmost matches, and so on to the right. An ambiguous one takes its place too."""
        return leftmost_longest(self.find_all(text))

    def find_all(self, text: str) -> list[Match]:
        """One match for each place where a name stands, however they overlap; by start, the longest first."""
        reading = read(text)
        found: dict[tuple[int, int], list[_Found]] = {}
        for spelling, start, end in _standing(self._that_may_stand_in(text), reading.folded):
            if stop := spelling.stop(reading, start, end):
                place = (reading.origins[start], reading.origins[stop])
                found.setdefault(place, []).append(_Found(spelling, stop > end, reading.level[start:stop]))
        return [
            _match(place, found[place]) for place in sorted(found, key=lambda place: (place[0], -place[1]))
        ]

    def _that_may_stand_in(self, text: str) -> dict[str, list["_Spelling"]]:
        """By the fold that they share."""
        by_fold: dict[str, list[_Spelling]] = {}
        for number in self._filed.that_may_stand_in(text):
            spelling = _Spelling.of(self._names[number])
            by_fold.setdefault(fold(spelling.level), []).append(spelling)
        return by_fold


def default_rules(text: str) -> tuple[bool, bool]:
    """(case_sensitive, whole_word) for a spelling of which nothing else is known.

    Exact case for a word with a capital (Apple, SMIC, iPhone) and for several words of which more than the first
    letter is one (United States, EUV lithography); not for a phrase that only begins with one (Silicon wafers).
    Not a whole word where the script has no spaces.
    """
    words = re.split(r"[\s-]+", level(text).strip())
    capitals = [any(letter.isupper() for letter in word) for word in words]
    first_only = (
        len(words) > 1 and not any(capitals[1:]) and not any(letter.isupper() for letter in words[0][1:])
    )
    return any(capitals) and not first_only, not has_unspaced_script(text)


def _standing(spellings: dict[str, list["_Spelling"]], folded: str) -> Iterator[tuple["_Spelling", int, int]]:
    """Wherever their letters are, however they overlap."""
    automaton = ahocorasick_rs.AhoCorasick(list(spellings), matchkind=ahocorasick_rs.MatchKind.Standard)
    by_number = list(spellings.values())
    for number, start, end in automaton.find_matches_as_indexes(folded, overlapping=True):
        for spelling in by_number[number]:
            yield spelling, start, end


@dataclass(frozen=True, slots=True)
class _Spelling:
    name: Name
    level: str
    takes_s: bool

    @classmethod
    def of(cls, name: Name) -> "_Spelling":
        text = " ".join(read(name.text).level.split())
        acronym = name.case_sensitive and text.isupper() and sum(map(str.isupper, text)) > 1
        return cls(name, text, acronym)

    def stop(self, reading: Reading, start: int, end: int) -> int:
        """Where it ends if it stands here, after the s of an acronym's plural too; else 0."""
        text, whole_word = reading.level, self.name.whole_word
        if self.name.case_sensitive and text[start:end] != self.level:
            return 0
        if not breaks(text, start, whole_word):
            return 0
        if breaks(text, end, whole_word):
            return end
        plural = self.takes_s and text.startswith("s", end) and breaks(text, end + 1, whole_word)
        return end + 1 if plural else 0


@dataclass(frozen=True, slots=True)
class _Found:
    spelling: _Spelling
    plural: bool
    words: str

    @property
    def rank(self) -> tuple[bool, int]:
        return self.spelling.level != self.words, self.spelling.name.alias


def _match(place: tuple[int, int], found: Sequence[_Found]) -> Match:
    """A spelling written as it stands goes before a plural that was only derived; then the same case, then the oldest."""
    written = [one for one in found if not one.plural] or found
    entities = tuple(sorted({one.spelling.name.entity for one in written}))
    if len(entities) > 1:
        return Match(*place, None, None, entities)
    name = min(written, key=lambda one: one.rank).spelling.name
    return Match(*place, name.entity, name.alias, entities)
