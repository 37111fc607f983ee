"""How far long work has come: a bar on a terminal, and plain lines where nobody looks on."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from django.core.management.base import OutputWrapper
from tqdm import tqdm

Thing = TypeVar("Thing")
LINES = 10


class Watch(Protocol):
    def __call__(self, things: Sequence[Thing], what: str, /) -> Iterable[Thing]:
        """Hand on these things one by one, and maybe show how far it has come."""


def unwatched(things: Sequence[Thing], what: str) -> Iterable[Thing]:
    return things


class Progress:
    def __init__(self, out: OutputWrapper) -> None:
        self.out = out

    def __call__(self, things: Sequence[Thing], what: str) -> Iterable[Thing]:
        return tqdm(things, desc=what) if sys.stderr.isatty() else self.with_lines(things, what)

    def with_lines(self, things: Sequence[Thing], what: str) -> Iterator[Thing]:
        total = len(things)
        for done, thing in enumerate(things, 1):
            yield thing
            if done * LINES // total > (done - 1) * LINES // total:
                self.out.write(f"{what}: {done} of {total}")
