"""Applying what editors decided about single occurrences: found again by the words before and after."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from entities.models import LinkDecision

CONTEXT = 50  # code points on either side, by which a decision finds its place again


def place_in(text: str, start: int, end: int) -> dict[str, str]:
    """The fields of a decision about these code points."""
    return {
        "prefix": text[max(0, start - CONTEXT) : start],
        "surface": text[start:end],
        "suffix": text[end : end + CONTEXT],
    }


@dataclass(frozen=True, slots=True)
class Decisions:
    made: tuple[LinkDecision, ...] = ()

    @classmethod
    def of(cls, article: int) -> Self:
        return cls(tuple(LinkDecision.objects.filter(article=article).order_by("pk")))

    def places_in(self, text: str) -> Iterable[tuple[int, int, int | None]]:
        """Start, end and entity (None: link to nothing) of every occurrence in a passage's text that is decided."""
        for decision in self.made:
            context = decision.prefix + decision.surface + decision.suffix
            found = text.find(context)
            while found >= 0:
                start = found + len(decision.prefix)
                yield start, start + len(decision.surface), decision.entity_id
                found = text.find(context, found + 1)
