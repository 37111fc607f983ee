"""What changed between two versions of a text: which passages stayed, went, came, moved or were reworded."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from articles.comparing.diff_sentences import SentenceChange, sentence_changes
from articles.words import word_count

BlockState = Literal["same", "changed", "added", "removed", "moved"]


@dataclass(frozen=True, slots=True)
class DiffBlock:
    key: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class BlockChange:
    """A moved passage may be reworded too: its sentences tell."""

    state: BlockState
    kind: str
    key: str
    sentences: tuple[SentenceChange, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    words_added: int
    words_removed: int
    passages_changed: int
    passages_added: int
    passages_removed: int
    passages_moved: int


def difference(old: Sequence[DiffBlock], new: Sequence[DiffBlock]) -> list[BlockChange]:
    """In the order of the new, paired by key; the removed stand after the passage that they followed."""
    old_places = {name: place for place, name in enumerate(_names(old))}
    places = [old_places.get(name) for name in _names(new)]
    stayed = _longest_rise([place for place in places if place is not None])
    removed = _removed(old, stayed, {place for place in places if place is not None})
    changes = removed[-1]
    for block, place in zip(new, places, strict=True):
        changes.append(_change(old[place] if place is not None else None, block, place not in stayed))
        changes += removed.get(place, ()) if place in stayed else ()
    return changes


def summary(changes: Iterable[BlockChange]) -> Summary:
    changes = list(changes)
    states = Counter(change.state for change in changes)
    words: Counter[str] = Counter()
    for run in (run for change in changes for sentence in change.sentences for run in sentence.runs):
        words[run.state] += word_count(run.text)
    return Summary(
        words_added=words["inserted"],
        words_removed=words["deleted"],
        passages_changed=states["changed"],
        passages_added=states["added"],
        passages_removed=states["removed"],
        passages_moved=states["moved"],
    )


def _names(blocks: Iterable[DiffBlock]) -> Iterator[tuple[str, int]]:
    """Keys, told apart by a number should one occur twice, so that no passage is lost."""
    seen: Counter[str] = Counter()
    for block in blocks:
        yield block.key, seen[block.key]
        seen[block.key] += 1


def _longest_rise(places: Sequence[int]) -> set[int]:
    """The most passages that kept their order (patience sorting); every other one moved."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        pile = bisect_left(tails, place)
        before[place] = tails[pile - 1] if pile else None
        tails[pile : pile + 1] = [place]
    rise: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        rise.add(last)
        last = before[last]
    return rise


def _removed(
    old: Sequence[DiffBlock], stayed: set[int], kept: set[int]
) -> defaultdict[int, list[BlockChange]]:
    """By the place of the last passage before them that stayed, or -1."""
    removed: defaultdict[int, list[BlockChange]] = defaultdict(list)
    anchor = -1
    for place, block in enumerate(old):
        if place in stayed:
            anchor = place
        elif place not in kept:
            gone = BlockChange("removed", block.kind, block.key, sentence_changes(block.text, ""))
            removed[anchor].append(gone)
    return removed


def _change(old: DiffBlock | None, new: DiffBlock, out_of_order: bool) -> BlockChange:
    sentences = sentence_changes(old.text if old else "", new.text)
    return BlockChange(_state(old, new, out_of_order, sentences), new.kind, new.key, sentences)


def _state(
    old: DiffBlock | None, new: DiffBlock, out_of_order: bool, sentences: Iterable[SentenceChange]
) -> BlockState:
    if old is None:
        return "added"
    if out_of_order:
        return "moved"
    reworded = any(sentence.state != "same" for sentence in sentences)
    return "changed" if reworded or old.kind != new.kind else "same"
