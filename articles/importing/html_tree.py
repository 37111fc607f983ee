"""HTML, however carelessly written, as a tree of what can be read: no scripts, styles, navigation or forms' controls."""

from collections.abc import Set, Sized
from html.parser import HTMLParser

from articles.importing.html_elements import BLOCKS, CELLS, HEADINGS, ROWS, Element, names
from articles.importing.refusal import DocumentError

DEEPEST = 100
VOID = names("area base br col embed hr img input link meta param source track wbr")
UNREAD = names(
    "script style nav template noscript svg math iframe object audio video canvas button select textarea dialog"
)
# What the beginning of an element ends, and the elements that this does not reach beyond.
ENDED_BY: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "table"})),
    **dict.fromkeys(("dt", "dd"), (frozenset({"dt", "dd"}), frozenset({"dl", "table"}))),
    **dict.fromkeys(CELLS, (CELLS, frozenset({"table"}))),
    "tr": (CELLS | {"tr", "caption"}, frozenset({"table"})),
    **dict.fromkeys(("thead", "tbody", "tfoot"), (CELLS | ROWS | {"caption"}, frozenset({"table"}))),
    "body": (frozenset({"head", "title"}), frozenset()),
    "a": (frozenset({"a"}), BLOCKS),
}
NEVER_IN_HEADINGS = HEADINGS | names("p ul ol table pre blockquote hr")
TEXT = HEADINGS | {"p"}


def tree(html: str) -> Element:
    if html.rfind("<!--") > html.rfind("-->"):
        raise DocumentError("The HTML has a comment without an end: what follows it would be lost.")
    builder = _Builder()
    try:
        builder.feed(html)
        builder.close()
    except AssertionError as error:  # the parser's word for a declaration that it does not know
        raise DocumentError(f"The HTML cannot be read: {error}.") from error
    if builder.unread:
        raise DocumentError(
            f"The HTML has a <{builder.unread[0]}> without an end: what follows it would be lost."
        )
    return builder.open[0]


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("html")]
        self.unread: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.unread or tag in UNREAD:
            self._pass_over(tag)
            return
        self._end_what_it_ends(tag)
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if element.is_block:
            self._mark_holders()
        if tag not in VOID:
            self._go_into(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.unread:
            if tag in self.unread:
                del self.unread[self.unread.index(tag) :]
        elif tag not in VOID:
            self._end(self._within(HEADINGS if tag in HEADINGS else {tag}, {"table"} - {tag})[:1])

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self.open[-1].children.append(data)

    def _pass_over(self, tag: str) -> None:
        if tag in UNREAD:
            _check_depth(self.unread)
            self.unread.append(tag)

    def _go_into(self, element: Element) -> None:
        _check_depth(self.open)
        self.open.append(element)

    def _mark_holders(self) -> None:
        for holder in reversed(self.open):
            if holder.holds_blocks:
                return
            holder.holds_blocks = True

    def _end_what_it_ends(self, tag: str) -> None:
        if tag in BLOCKS:
            self._end(self._within(TEXT if tag in NEVER_IN_HEADINGS else {"p"}, BLOCKS - TEXT)[-1:])
        if tag in ENDED_BY:
            self._end(self._within(*ENDED_BY[tag])[-1:])

    def _within(self, sought: Set[str], limits: Set[str]) -> list[int]:
        """Where elements of these names are open, from the innermost out to the first limit."""
        found = []
        for at in range(len(self.open) - 1, 0, -1):
            if self.open[at].name in limits:
                break
            if self.open[at].name in sought:
                found.append(at)
        return found

    def _end(self, place: list[int]) -> None:
        """End the element that is open there, and all that is open in it."""
        for at in place:
            del self.open[at:]


def _check_depth(open_elements: Sized) -> None:
    if len(open_elements) > DEEPEST:
        raise DocumentError(f"The HTML is nested more than {DEEPEST} deep: simplify it first.")
