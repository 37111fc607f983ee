"""Elements of HTML, and which of them are blocks."""

from collections.abc import Iterator
from dataclasses import dataclass, field


def names(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS = names("h1 h2 h3 h4 h5 h6")
ROWS = names("tr thead tbody tfoot")
BLOCKS = (
    HEADINGS
    | ROWS
    | names(
        "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure"
    )
    | names(
        "footer form head header hgroup hr html legend li main ol p pre section summary table td th title ul"
    )
)
CELLS = frozenset({"td", "th"})


@dataclass(slots=True, eq=False)
class Element:
    name: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)
    holds_blocks: bool = False

    @property
    def is_block(self) -> bool:
        return self.name in BLOCKS or self.holds_blocks

    def elements(self) -> Iterator["Element"]:
        return (child for child in self.children if isinstance(child, Element))

    def every(self, name: str) -> Iterator["Element"]:
        """Those of that name below this one, in order."""
        for child in self.elements():
            if child.name == name:
                yield child
            yield from child.every(name)

    def words(self) -> str:
        """The text as it stands in the file; a line break is a newline."""
        if self.name == "br":
            return "\n"
        return "".join(child if isinstance(child, str) else child.words() for child in self.children)
