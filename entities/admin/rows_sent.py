"""Rows below a form as a browser sends them: numbered, those that are stored before those that are new."""

import re
from typing import Any

Row = dict[str, list[str]]


def rows_in(data: Any, prefix: str) -> list[Row]:
    of_row = re.compile(rf"{re.escape(prefix)}-([0-9]{{1,6}})-(.+)", re.DOTALL)
    rows: dict[int, Row] = {}
    for key in data:
        if found := of_row.fullmatch(key):
            rows.setdefault(int(found[1]), {})[found[2]] = data.getlist(key)
    return [row for _, row in sorted(rows.items())]


def with_rows(data: Any, prefix: str, stored: list[Row], new: list[Row]) -> Any:
    """The same form with these rows instead of those that it had."""
    of_row = re.compile(rf"{re.escape(prefix)}-[0-9]{{1,6}}-.+", re.DOTALL)
    made = data.copy()
    for key in list(data):
        if of_row.fullmatch(key):
            del made[key]
    for number, row in enumerate([*stored, *new]):
        for name, values in row.items():
            made.setlist(f"{prefix}-{number}-{name}", values)
    made[f"{prefix}-INITIAL_FORMS"] = str(len(stored))
    made[f"{prefix}-TOTAL_FORMS"] = str(len(stored) + len(new))
    return made


def first_of(row: Row, name: str) -> str:
    return row.get(name, [""])[-1] if row.get(name) else ""
