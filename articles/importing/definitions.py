"""Footnotes and link addresses, which Markdown defines anywhere in a text: taken out, and given to the part that uses them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.common.utils import normalizeReference

from articles.importing.block_parser import blocks_of

LABEL = re.compile(r"\[([^\[\]]{1,999})\]")
AT_MARGIN = re.compile(r" {0,3}\[")


@dataclass(frozen=True, slots=True)
class Definitions:
    """The lines of each definition, by its label."""

    by_label: dict[str, str] = field(default_factory=dict)

    def used_in(self, text: str) -> str:
        """Those that the text needs, and those that these need, in the order in which they were written."""
        needed: set[str] = set()
        waiting = [text]
        while waiting:
            for label in set(_labels(waiting.pop())) & set(self.by_label) - needed:
                needed.add(label)
                waiting.append(self.by_label[label])
        return "\n\n".join(lines for label, lines in self.by_label.items() if label in needed)

    def all(self) -> str:
        return "\n\n".join(self.by_label.values())


def take_out(text: str) -> tuple[str, Definitions]:
    """The text without its definitions, and these. One that stands inside a list or a quotation is left there."""
    lines = text.split("\n")
    places: dict[str, tuple[int, int]] = {}
    for label, start, end in _places(text):
        if AT_MARGIN.match(lines[start]):
            places.setdefault(label, (start, end))
    found = {
        label: "\n".join(lines[start:end]).rstrip()
        for label, (start, end) in sorted(places.items(), key=lambda p: p[1])
    }
    gone = {number for start, end in places.values() for number in range(start, end)}
    return "\n".join(line for number, line in enumerate(lines) if number not in gone), Definitions(found)


def _places(text: str) -> Iterator[tuple[str, int, int]]:
    """Label, first line, line after the last."""
    tokens, defined = blocks_of(text)
    for token in tokens:
        if token.type == "footnote_reference_open" and token.level == 0 and token.map:
            yield f"^{token.meta['label']}", *token.map
    for label, reference in defined.get("references", {}).items():
        yield label, *reference["map"]


def _labels(text: str) -> Iterator[str]:
    for label in LABEL.findall(text):
        yield label if label.startswith("^") else normalizeReference(label)
