"""What a table would change, cell by cell; nothing is changed yet."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any


@dataclass(frozen=True, slots=True)
class Cell:
    column: str
    was: str
    will: str


@dataclass(slots=True)
class Line:
    """A row that would change something, or that cannot be taken."""

    number: int
    thing: Any
    cells: list[Cell] = field(default_factory=list)
    errors: list[tuple[str, str]] = field(default_factory=list)
    form: Any = None
    is_new: bool = field(init=False)
    version: int = field(init=False)

    def __post_init__(self) -> None:
        self.is_new, self.version = self.thing.pk is None, self.thing.version

    @property
    def name(self) -> str:
        """As it is stored, or would be."""
        return str(self.thing) or "without a name"


@dataclass(frozen=True, slots=True)
class Plan:
    lines: tuple[Line, ...]
    unchanged: int

    @property
    def wrong(self) -> list[Line]:
        return [line for line in self.lines if line.errors]

    @property
    def new(self) -> list[Line]:
        return [line for line in self.lines if line.is_new and not line.errors]

    @property
    def changed(self) -> list[Line]:
        return [line for line in self.lines if not line.is_new and not line.errors]

    @property
    def can_be_applied(self) -> bool:
        return bool(self.lines) and not self.wrong

    @property
    def digest(self) -> str:
        """Of all that it would do, to what, as it stands now."""
        told = [
            (line.number, line.thing.pk, line.version, [(c.column, c.was, c.will) for c in line.cells])
            for line in self.lines
        ]
        return sha256(repr(told).encode()).hexdigest()
