"""How far long work has come: what it yields on its way, for whoever waits."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """In words: "120 of 500 rows looked at"."""

    done: int
    total: int
    what: str

    def __str__(self) -> str:
        return f"{self.done:,} of {self.total:,} {self.what}"
