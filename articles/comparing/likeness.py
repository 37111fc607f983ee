"""Which unequal passages are still the same one, edited: the best pairs first, without comparing all."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Protocol

from rapidfuzz import fuzz

from articles.words import WORD

# Of 100, by letters. Of paragraphs with a fifth of their words replaced 99 in a hundred keep 75, which two
# paragraphs of one English text (49 at most) and two headings (71: "Imports", "Exports") do not reach.
# Between the same neighbours the place speaks for them too: 60 is enough, and 93 in a hundred with half their
# words replaced keep it.
ALIKE = 75
IN_PLACE = 15
# Longer texts are compared by the words they share, in any order: by letters the cost grows with the square.
LONG = 4_000

# A passage is compared with the few that stand where it stands, and the few with most of its rare words.
REACH = 3
RARE = 8
FEW = 5

Pair = tuple[int, int]  # a place in the old, a place in the new
Neighbours = tuple[int, int]


class Worded(Protocol):
    @property
    def kind(self) -> str: ...
    @property
    def text(self) -> str: ...


def like_pairs(old: Sequence[Worded], new: Sequence[Worded], twins: Mapping[int, int]) -> dict[int, int]:
    """From places in the new to places in the old; `twins` are those known already, which it leaves out."""
    found: dict[int, int] = {}
    paired: set[int] = set()
    for _, _, at, place in sorted(_scored(old, new, twins)):
        if at not in paired and place not in found:
            found[place] = at
            paired.add(at)
    return found


def _scored(
    old: Sequence[Worded], new: Sequence[Worded], twins: Mapping[int, int]
) -> Iterator[tuple[float, int, int, int]]:
    """Best first when sorted: the most alike, then the nearest, then the earliest."""
    survivors = {at: place for place, at in twins.items()}
    old_gaps = _gaps([survivors.get(at) for at in range(len(old))], len(new))
    new_gaps = _gaps([place if place in twins else None for place in range(len(new))], len(new))
    in_place = dict(_in_place(old_gaps, new_gaps))
    for at, place in {*in_place, *_sharing_rare_words(old, new, old_gaps, new_gaps)}:
        bonus = IN_PLACE if old_gaps[at] == new_gaps[place] else 0
        score = _likeness(old[at], new[place], ALIKE - bonus)
        if score:
            yield -score - bonus, in_place.get((at, place), len(old) + abs(at - place)), at, place


def _gaps(marks: Sequence[int | None], end: int) -> dict[int, Neighbours]:
    """For each unmarked place the marks before and after it."""
    before, after = [-1], [end]
    for mark in marks:
        before.append(before[-1] if mark is None else mark)
    for mark in reversed(marks):
        after.append(after[-1] if mark is None else mark)
    after.reverse()
    return {place: (before[place], after[place]) for place, mark in enumerate(marks) if mark is None}


def _in_place(
    old_gaps: Mapping[int, Neighbours], new_gaps: Mapping[int, Neighbours]
) -> Iterator[tuple[Pair, int]]:
    """Pairs between the same neighbours, about as far from the one or from the other; how far apart."""
    old_rows, new_rows = _rows(old_gaps), _rows(new_gaps)
    for gap, row in new_rows.items():
        others = old_rows.get(gap, [])
        for rank, place in enumerate(row):
            ranks = {*_near(rank, len(others)), *_near(rank + len(others) - len(row), len(others))}
            for other in sorted(ranks):
                yield (others[other], place), abs(other - rank)


def _rows(gaps: Mapping[int, Neighbours]) -> dict[Neighbours, list[int]]:
    rows: defaultdict[Neighbours, list[int]] = defaultdict(list)
    for place, gap in gaps.items():
        rows[gap].append(place)
    return rows


def _near(rank: int, size: int) -> range:
    return range(max(rank - REACH, 0), min(rank + REACH + 1, size))


def _sharing_rare_words(
    old: Sequence[Worded], new: Sequence[Worded], old_places: Iterable[int], new_places: Iterable[int]
) -> Iterator[Pair]:
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at in old_places:
        for word in _words(old[at].text):
            holders[word].append(at)
    rare = {word: places for word, places in holders.items() if len(places) <= RARE}
    for place in new_places:
        shared = Counter(at for word in _words(new[place].text) for at in rare.get(word, ()))
        nearest = sorted(shared, key=lambda at: (-shared[at], abs(at - place), at))
        yield from ((at, place) for at in nearest[:FEW])


def _words(text: str) -> dict[str, None]:
    """Words and pairs of neighbours, each once: of common words it is the pairs that are rare."""
    words = WORD.findall(text.lower())
    return dict.fromkeys([*words, *map(" ".join, pairwise(words))])


def _likeness(old: Worded, new: Worded, least: int) -> float:
    """0 when it is below `least`."""
    shorter, longer = sorted((len(old.text), len(new.text)))
    if old.kind != new.kind or 200 * shorter < least * (shorter + longer):
        return 0
    if longer <= LONG:
        return fuzz.ratio(old.text, new.text, score_cutoff=least)
    one, other = (Counter(WORD.findall(block.text)) for block in (old, new))
    score = 200 * (one & other).total() / max(one.total() + other.total(), 1)
    return score if score >= least else 0
