"""A table held against what is stored, by the same forms that save a single thing."""

from collections.abc import Generator
from typing import Any

from django.http import HttpRequest

from articles.importing.slugs import slug_of
from articles.keys import key_in
from articles.steps import Step
from entities.sheets.asking import asked
from entities.sheets.columns import KEYS, cell_of
from entities.sheets.judging import Judge
from entities.sheets.plan import Cell, Line, Plan
from entities.sheets.table import Row, Table, TableError

MOST_CHANGES = 500


def plan(
    desk: Any, request: HttpRequest, table: Table, *, locked: bool = False
) -> Generator[Step, None, Plan]:
    """`desk` is the ModelAdmin whose forms judge, and whose `sheet_columns` these are; `locked` for who saves next.
    Raises TableError.
    """
    return Planning(desk, request, table, locked).plan()


class Planning:
    def __init__(self, desk: Any, request: HttpRequest, table: Table, locked: bool) -> None:
        self.desk, self.request, self.table, self.locked = desk, request, table, locked
        self.names = [name for name in desk.sheet_columns if name in table.columns]
        self.taken: dict[Any, int] = {}

    def plan(self) -> Generator[Step, None, Plan]:
        self.refuse_unknown_columns()
        self.fetch()
        lines = [line for row in self.table.rows if (line := self.line(row))]
        if len(lines) > MOST_CHANGES:
            raise TableError(
                f"It would change {len(lines):,} rows: divide it, so that each file changes at most {MOST_CHANGES}."
            )
        judge = Judge(self.desk, self.request, self.names, self.answers).judge
        for number, line in enumerate(lines, 1):
            if not line.errors:
                judge(line)
            yield Step(number, len(lines), "rows looked at")
        kept = [line for line in lines if line.cells or line.errors]
        return Plan(tuple(kept), len(self.table.rows) - len(kept))

    def refuse_unknown_columns(self) -> None:
        known = (*KEYS, *self.desk.sheet_columns)
        if unknown := [name for name in self.table.columns if name not in known]:
            raise TableError(
                f"There is no column “{unknown[0][:60]}” here: take it out, or name it as one of {', '.join(known)}."
            )
        if not {"id", "slug"} & set(self.table.columns):
            raise TableError("It needs a column “id” or “slug”, by which each row is known.")

    def fetch(self) -> None:
        keys = {key for row in self.table.rows if (key := key_of(row))}
        slugs = {slug for row in self.table.rows if (slug := self.slug_of(row))}
        things = self.desk.model._default_manager.all()
        things = things.select_for_update(of=("self",), no_key=True).order_by("pk") if self.locked else things
        self.answers = asked(things, self.table, self.names, keys, slugs)

    def slug_of(self, row: Row) -> str:
        """For what is new without one: the address that its name suggests."""
        named = row.cells.get(self.desk.sheet_name, "").strip()
        return row.cells.get("slug", "").strip() or (
            slug_of(named) if named and not row.cells.get("id") else ""
        )

    def line(self, row: Row) -> Line | None:
        """None for a row that says what is stored."""
        line = Line(row.number, self.thing_of(row) or self.desk.model())
        if row.cells.get("id", "").strip() and line.is_new:
            return refused(
                line,
                "id",
                f"There is none with the number {row.cells['id'][:20]}: leave it empty for a new one.",
            )
        line.cells = [cell for name in self.names if (cell := self.cell(name, row, line))]
        if not line.cells:
            return None
        return self.known_twice(line, row) or self.too_late(line, row) or self.not_allowed(line) or line

    def thing_of(self, row: Row) -> Any:
        if row.cells.get("id", "").strip():
            return self.answers.by_key.get(key_of(row))
        return self.answers.by_slug.get(self.slug_of(row))

    def cell(self, name: str, row: Row, line: Line) -> Cell | None:
        will = self.slug_of(row) if name == "slug" else row.cells[name].replace("\r\n", "\n")
        was = "" if line.is_new else cell_of(line.thing, name).replace("\r\n", "\n")
        return Cell(name, was, will) if will.strip() != was.strip() else None

    def known_twice(self, line: Line, row: Row) -> Line | None:
        key = self.slug_of(row) if line.is_new else line.thing.pk
        first = self.taken.setdefault(key, row.number)
        return refused(line, "", f"It is in row {first} too.") if first != row.number else None

    def too_late(self, line: Line, row: Row) -> Line | None:
        seen = row.cells.get("version", "").strip()
        if line.is_new or not seen or seen == str(line.thing.version):
            return None
        return refused(
            line, "version", "Somebody saved it since this file was taken: take it anew, and change it there."
        )

    def not_allowed(self, line: Line) -> Line | None:
        may = (
            self.desk.has_add_permission(self.request)
            if line.is_new
            else (self.desk.has_change_permission(self.request, line.thing))
        )
        return (
            None
            if may
            else refused(line, "", "You may not make new ones." if line.is_new else "You may not change it.")
        )


def key_of(row: Row) -> int | None:
    return key_in(row.cells.get("id", "").strip())


def refused(line: Line, column: str, why: str) -> Line:
    line.errors.append((column, why))
    return line
