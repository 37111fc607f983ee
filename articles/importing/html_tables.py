"""A table of HTML as a table of Markdown, when it is a plain grid of words."""

from collections.abc import Iterator, Sequence

from articles.importing import html_inline
from articles.importing.html_elements import CELLS, HEADINGS, ROWS, Element

TOO_MUCH = frozenset({"ul", "ol", "pre", "blockquote", "table", "hr", "dl"}) | HEADINGS


def written_table(table: Element) -> str:
    """Its first row is the header. Empty if it is no plain grid."""
    rows = [row for row in _rows(table) if row]
    if not (_is_grid(rows) and _has_cells_alone(table)):
        return ""
    lines = [f"| {' | '.join(_cell(cell) for cell in row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


def _rows(table: Element) -> Iterator[list[Element]]:
    for child in table.elements():
        if child.name == "tr":
            yield [cell for cell in child.elements() if cell.name in CELLS]
        elif child.name in ROWS:
            yield from _rows(child)


def _is_grid(rows: Sequence[Sequence[Element]]) -> bool:
    if len(rows) < 2 or len(rows[0]) < 2 or any(len(row) != len(rows[0]) for row in rows):
        return False
    return all(_is_plain(cell) for row in rows for cell in row)


def _is_plain(cell: Element) -> bool:
    spans = {cell.attrs.get(name, "1") for name in ("colspan", "rowspan")}
    return spans == {"1"} and not any(True for name in TOO_MUCH for _ in cell.every(name))


def _has_cells_alone(element: Element) -> bool:
    """Whether no words stand beside its cells, where a grid would lose them."""
    if element.name in CELLS or element.name == "caption":
        return True
    if element.name not in ROWS | {"table"}:
        return not element.words().strip()
    words = "".join(child for child in element.children if isinstance(child, str))
    return not words.strip() and all(map(_has_cells_alone, element.elements()))


def _cell(cell: Element) -> str:
    return html_inline.line(cell.children).replace("|", r"\|")
