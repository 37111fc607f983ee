"""Many texts, so filed that only a few are compared with another that may hold them."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from entities.tokens import tokenise

FIRST = 3  # tokens: what begins with the same three is seldom many


class Filed:
    """Texts, numbered from 0, by how they begin: their first tokens are a run of those of any text that holds them.

    A text without tokens is blank, and in none.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._beginning: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, text in enumerate(texts):
            if tokens := tokenise(text):
                self._beginning[tuple(tokens[:FIRST])].append(number)

    def that_may_stand_in(self, text: str) -> list[int]:
        """A superset of those that stand there, by their numbers."""
        runs = chain.from_iterable(runs_of(tokenise(text), length) for length in range(1, FIRST + 1))
        return [number for run in set(runs) for number in self._beginning.get(run, ())]


def runs_of(tokens: list[str], length: int) -> Iterable[tuple[str, ...]]:
    return zip(*(tokens[at:] for at in range(length)), strict=False)
