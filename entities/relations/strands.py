"""A fan as it is drawn beside its thread: its lines with their heads and words, and the names that they lead to."""

from collections.abc import Callable, Iterator

from entities.relations.fan import ARROW, LEFT, MARGIN, MARK, RIGHT, Fan, Row, Sheaf
from entities.relations.shapes import Knot, Mark, Strand, Text, block

START = {LEFT: "end", RIGHT: "start"}  # which end of some words stands where they begin, seen from the thread
HEAD = 6


def headings(placed: Fan, x: int, top: int) -> Iterator[Text]:
    at = x + placed.side * (placed.style.to_names + MARGIN)
    for kind, y in placed.headings:
        yield Text(at, top + y, (kind,), placed.style.small, START[placed.side])


def knots(placed: Fan, x: int, top: int) -> Iterator[Knot]:
    """Drawn beside the thread at `x`."""
    leaves = _leaving(placed, top)
    for sheaf in placed.sheaves:
        strands = tuple(_strand(placed, sheaf, row, x, top, leaves=leaves(row)) for row in sheaf.rows)
        yield _knot(placed, sheaf, strands, x, top)


def head(x: int, y: int, pointing: int) -> str:
    back = x - pointing * HEAD
    return f"M{x} {y}L{back} {y - 3}L{back} {y + 3}Z"


def baseline(middle: int, lines: tuple[str, ...], size: int) -> int:
    """Of the first of some lines whose block stands around `middle`."""
    return round(middle - block(lines, size) / 2 + size * 0.97)


def past(words: Text, y: int, sign: int) -> str:
    """Where the line breaks off for words on several lines. A single line of words hides what it stands on."""
    if len(words.lines) == 1:
        return ""
    near, far = (words.box.left, words.box.right)[::sign]
    return f"H{round(near) - sign * 3}M{round(far) + sign * 3} {y}"


def _leaving(placed: Fan, top: int) -> Callable[[Row], int]:
    """At which height a line leaves the thread: its own, or in a bundle round the middle of the fan."""
    pitch, rows = placed.style.pitch, placed.rows
    if not pitch:
        return lambda row: top + row.middle
    first = top + (rows[0].middle + rows[-1].middle - pitch * (len(rows) - 1)) // 2
    places = {row.edge.key: first + n * pitch for n, row in enumerate(rows)}
    return lambda row: places[row.edge.key]


def _strand(placed: Fan, sheaf: Sheaf, row: Row, x: int, top: int, *, leaves: int) -> Strand:
    style, sign, y = placed.style, placed.side, top + row.middle
    bend, end = x + sign * style.bend, x + sign * (style.to_names + sheaf.reach)
    half = x + sign * style.bend // 2
    words = Text(
        x + sign * (style.to_names - ARROW),
        baseline(y, row.lines, style.small),
        row.lines,
        style.small,
        START[-sign],
        row.edge.url,
        row.edge.sentence_from(placed.reader(row.edge)),
    )
    is_from_hub = row.edge.subject.key == placed.hub.key
    return Strand(
        line=f"M{x} {leaves}C{half} {leaves} {half} {y} {bend} {y}{past(words, y, sign)}H{end}",
        head=head(end, y, sign) if is_from_hub else head(x + sign, leaves, -sign),
        words=words,
        look=row.edge.look,
    )


def _knot(placed: Fan, sheaf: Sheaf, strands: tuple[Strand, ...], x: int, top: int) -> Knot:
    style, sign = placed.style, placed.side
    node, y = sheaf.node, top + sheaf.middle
    at = x + sign * (style.to_names + sheaf.reach)
    indent = MARGIN + (MARK if node.thread else 0)
    return Knot(
        name=Text(
            at + sign * indent,
            baseline(y, sheaf.name, style.large),
            sheaf.name,
            style.large,
            START[sign],
            node.url,
            node.name,
            node.thread,
        ),
        strands=strands,
        thread=node.thread,
        mark=Mark(at + sign * (MARGIN + 8), y, node.name[:1], node.thread) if node.thread else None,
        bracket=f"M{at} {top + sheaf.rows[0].middle - 4}V{top + sheaf.rows[-1].middle + 4}"
        if len(strands) > 1
        else "",
    )
