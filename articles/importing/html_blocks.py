"""The blocks of HTML as blocks of Markdown: headings, paragraphs, lists, quotations, code, tables."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from articles.importing import escaping, html_inline
from articles.importing.html_elements import HEADINGS, Element
from articles.importing.html_tables import written_table

RULE = "***"  # not ---, which after a list's mark is read as part of one long rule


def blocks(nodes: Iterable[Element | str]) -> Iterator[str]:
    for is_block, group in groupby(nodes, key=lambda node: isinstance(node, Element) and node.is_block):
        if is_block:
            for element in group:
                yield from WRITERS.get(element.name, _transparent)(element)
        else:
            yield from html_inline.paragraphs(list(group))


def _transparent(element: Element) -> Iterator[str]:
    yield from blocks(element.children)


def _heading(element: Element) -> Iterator[str]:
    if words := html_inline.line(element.children):
        yield f"{'#' * int(element.name[1])} {escaping.unclosed(words)}"


def _quotation(element: Element) -> Iterator[str]:
    if inner := "\n\n".join(blocks(element.children)):
        yield "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))


def _code(element: Element) -> Iterator[str]:
    text = re.sub(r"\A[ \t]*\n|\s+\Z", "", element.words())
    if text:
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
        yield f"{fence}\n{text}\n{fence}"


def _list(element: Element) -> Iterator[str]:
    items = [item for item in _items(element) if item]
    start = element.attrs.get("start", "")
    first = int(start) if re.fullmatch(r"[0-9]{1,8}", start) else 1
    marks = (f"{number}. " if element.name == "ol" else "- " for number in range(first, first + len(items)))
    between = "\n" if all(len(item) == 1 for item in items) else "\n\n"
    if items:
        yield between.join(_item(mark, item) for mark, item in zip(marks, items, strict=True))


def _items(element: Element) -> list[list[str]]:
    """What stands in a list, and in no item of it, belongs to the item before it."""
    items: list[list[str]] = []
    for child in element.children:
        if isinstance(child, Element) and child.name == "li":
            items.append(list(blocks(child.children)))
        elif stray := list(blocks([child])):
            items[-1:] = [[*items[-1], *stray]] if items else [stray]
    return items


def _item(mark: str, item: Sequence[str]) -> str:
    indent = " " * len(mark)
    return mark + re.sub(r"\n(?!\n)", "\n" + indent, "\n\n".join(item))


def _table(element: Element) -> Iterator[str]:
    """What is no plain grid is read cell by cell."""
    if not (grid := written_table(element)):
        yield from _transparent(element)
        return
    for caption in element.every("caption"):
        yield from html_inline.paragraphs(caption.children)
    yield grid


def _rule(element: Element) -> Iterator[str]:
    yield RULE


def _nothing(element: Element) -> Iterator[str]:
    yield from ()


WRITERS: dict[str, Callable[[Element], Iterator[str]]] = {
    **dict.fromkeys(HEADINGS, _heading),
    "blockquote": _quotation,
    "pre": _code,
    "ul": _list,
    "ol": _list,
    "table": _table,
    "hr": _rule,
    "title": _nothing,
}
