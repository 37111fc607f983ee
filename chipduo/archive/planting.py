"""Tables of the archive made rows, with all that stands below them."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model

from chipduo.archive.checking import CHECKS
from chipduo.archive.contents import Kind
from chipduo.archive.naming import Names
from chipduo.archive.people import known_person
from chipduo.archive.reading import row_of
from chipduo.archive.refusal import ArchiveError
from chipduo.archive.rows import Table, columns_of
from chipduo.archive.storing import join, store

RESTING = {"evidence", "changes"}  # which name passages, and wait until all texts are there


class Planting:
    def __init__(self) -> None:
        self.names = Names()
        self.waiting: list[tuple[Any, Kind, str, Model]] = []

    def plant(
        self, tables: Any, kind: Kind, where: str, owner: Model | None = None, **given: Any
    ) -> list[Any]:
        if not isinstance(tables, list):
            raise ArchiveError(f"{where}: there should be a list of {kind.model._meta.verbose_name_plural}.")
        places = [
            f"{where}, {kind.model._meta.verbose_name} {number}" for number in range(1, len(tables) + 1)
        ]
        things = [self.row(table, kind, place, owner) for table, place in zip(tables, places, strict=True)]
        for thing, place in zip(things, places, strict=True):
            vars(thing).update(given)
            self.learn(thing, place)
        if check := CHECKS.get(kind.model):
            check(things, owner, where)
        store(things, where)
        for table, thing, place in zip(tables, things, places, strict=True):
            self.surround(thing, table, kind, place)
        return things

    def row(self, table: Any, kind: Kind, where: str, owner: Model | None) -> Any:
        for field in columns_of(kind) if isinstance(table, dict) else []:
            if field.related_model is get_user_model() and field.name in table:
                self.learn(known_person(table[field.name], f"{where}, {field.name}"), where)
        return row_of(table, kind, self.names, where, owner)

    def learn(self, thing: Model, where: str) -> None:
        try:
            self.names.learn(thing)
        except ValueError as error:
            raise ArchiveError(f"{where}: {error}.") from None

    def surround(self, thing: Model, table: Table, kind: Kind, where: str) -> None:
        for name in kind.carries:
            join(thing, name, table.get(name, []), self.names, where)
        for name, below in kind.below.items():
            self.waiting.append((table.get(name, []), below, where, thing))
            if name not in RESTING:
                self.plant(*self.waiting.pop())

    def lay_what_waits(self) -> None:
        while self.waiting:
            self.plant(*self.waiting.pop(0))
