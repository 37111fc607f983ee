"""Which passage of a new edition is which of the old, so that an address once given resolves for ever."""

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from articles.comparing.likeness import like_pairs
from articles.comparing.names import Names


@dataclass(frozen=True, slots=True)
class OldBlock:
    key: str
    kind: str
    text: str
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewBlock:
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class KeyedBlock:
    """`former`: the keys of passages whose place it took, which still lead to it."""

    key: str
    former: tuple[str, ...]


def assign_keys(
    old: Sequence[OldBlock], new: Sequence[NewBlock], taken: Collection[str] = ()
) -> list[KeyedBlock]:
    """In the order of the new. `taken` are the keys never to be given again, beside those of the old blocks.

    Blocks of equal kind and text are the same, in order; then those of equal text; then those much alike.
    """
    twins: dict[int, int] = {}
    _pair_equals(old, new, twins, lambda block: (block.kind, block.text))
    _pair_equals(old, new, twins, lambda block: block.text)
    twins |= like_pairs(old, new, twins)
    names = Names([*taken, *chain.from_iterable(_keys(block) for block in old)])
    legacies = _legacies(old, len(new), twins)
    return [
        KeyedBlock(
            old[twins[place]].key if place in twins else names.give(block.kind, block.text),
            (*(old[twins[place]].former if place in twins else ()), *legacies[place]),
        )
        for place, block in enumerate(new)
    ]


def _pair_equals(
    old: Sequence[OldBlock],
    new: Sequence[NewBlock],
    twins: dict[int, int],
    identity: Callable[[OldBlock | NewBlock], Hashable],
) -> None:
    """Adds to `twins`, which leads from a place in the new to the place in the old."""
    paired = set(twins.values())
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for at, former in enumerate(old):
        if at not in paired:
            waiting[identity(former)].append(at)
    for place, block in enumerate(new):
        if place not in twins and waiting[identity(block)]:
            twins[place] = waiting[identity(block)].popleft()


def _keys(block: OldBlock) -> tuple[str, ...]:
    return (block.key, *block.former)


def _legacies(old: Sequence[OldBlock], size: int, twins: dict[int, int]) -> defaultdict[int, list[str]]:
    """The keys that no new block carries, by the place of the new block that inherits them."""
    legacies: defaultdict[int, list[str]] = defaultdict(list)
    for place, heir in _heirs(len(old), size, twins) if size else ():
        legacies[heir] += _keys(old[place])
    return legacies


def _heirs(old_size: int, size: int, twins: dict[int, int]) -> Iterator[tuple[int, int]]:
    """For each old block that went, what stands in its place.

    After the nearest block before it that survived come the blocks that are new: the first that went gives to
    the first, the second to the second, the rest to the last. Where none is new, that survivor inherits, or
    the first block where there is none.
    """
    survivors = {old_place: place for place, old_place in twins.items()}
    fresh = _fresh_runs(size, twins)
    survivor, gone = -1, 0
    for place in range(old_size):
        if place in survivors:
            survivor, gone = survivors[place], 0
            continue
        run = fresh[survivor + 1]
        yield place, (survivor + 1 + min(gone, run - 1) if run else max(survivor, 0))
        gone += 1


def _fresh_runs(size: int, twins: dict[int, int]) -> list[int]:
    """How many blocks from each place on are new without a break."""
    runs = [0] * (size + 1)
    for place in reversed(range(size)):
        runs[place] = 0 if place in twins else runs[place + 1] + 1
    return runs
