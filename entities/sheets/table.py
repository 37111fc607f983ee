"""CSV as spreadsheets write it and read it: with or without a mark, with commas, semicolons or tabs, and without formulas."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MARK = "\ufeff"  # without which Excel takes UTF-8 for something else
DELIMITERS = ",;\t"
# The full-width signs too: in East Asian settings they begin formulas. https://owasp.org/www-community/attacks/CSV_Injection
RUN_BY_SPREADSHEETS = re.compile(r"'*([\t\r\n]|\s*[=+\-@＝＋－＠])")
MOST_ROWS = 5000
MOST_COLUMNS = 50
LONGEST_CELL = 200_000


class TableError(Exception):
    """Why a file cannot be taken as a table, for the person who has it."""


@dataclass(frozen=True, slots=True)
class Row:
    """`number` is what the spreadsheet shows beside it; the columns are in the first."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def written(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return MARK + out.getvalue()


def guarded(cell: str) -> str:
    """An apostrophe before what a spreadsheet would run as a formula, and before what already looks so guarded."""
    return f"'{cell}" if RUN_BY_SPREADSHEETS.match(cell) else cell


def unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and RUN_BY_SPREADSHEETS.match(cell) else cell


def read(text: str) -> Table:
    lines = parsed(text.removeprefix(MARK))
    if not lines:
        raise TableError("The file is empty.")
    columns = tuple(" ".join(name.split()).lower().replace(" ", "_") for name in without_end(lines[0]))
    refuse_odd_columns(columns)
    rows = tuple(row(number, columns, cells) for number, cells in enumerate(lines[1:], 2) if any(cells))
    if len(rows) > MOST_ROWS:
        raise TableError(f"It has {len(rows):,} rows: divide it into files of at most {MOST_ROWS:,}.")
    return Table(columns, rows)


def parsed(text: str) -> list[list[str]]:
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    csv.field_size_limit(LONGEST_CELL)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise TableError(f"This is not CSV: {error}. Look for a quotation mark that is not closed.") from None


def refuse_odd_columns(columns: Sequence[str]) -> None:
    if len(columns) > MOST_COLUMNS:
        raise TableError(f"It has {len(columns):,} columns: a table has {MOST_COLUMNS} at most.")
    if "" in columns:
        raise TableError(f"Column {columns.index('') + 1} has no name in the first row.")
    if twice := next((name for name in columns if columns.count(name) > 1), None):
        raise TableError(f"The column “{twice}” is there twice.")


def row(number: int, columns: Sequence[str], cells: Sequence[str]) -> Row:
    cells = without_end(cells) if len(cells) > len(columns) else cells
    if len(cells) > len(columns):
        raise TableError(
            f"Row {number} has more cells than there are columns: a comma or semicolon in a text needs quotation marks around it."
        )
    padded = [*cells, *[""] * (len(columns) - len(cells))]
    return Row(number, {name: unguarded(cell) for name, cell in zip(columns, padded, strict=True)})


def without_end(cells: Sequence[str]) -> list[str]:
    """Without the empty cells that a spreadsheet may leave behind the last."""
    kept = list(cells)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept
