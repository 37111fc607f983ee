"""Relations to be drawn: made up, of any number, with names of any script."""

from hypothesis import strategies as st

from entities.relations.graph import Edge, Node
from entities.relations.shapes import Box, Drawing, Strand

KINDS = ["Companies", "States", "Technologies", "Concepts"]
PHRASES = [
    ("makes chips for", "has chips made by"),
    ("builds", "built by"),
    ("learns what the market needs from", "shows what the market needs to"),
    ("is denied full access to", "kept in part from"),
]
NAMES = [
    "SMIC",
    "China Integrated Circuit Industry Investment Fund",
    "中芯国际集成电路制造有限公司",
    "شركة هواوي",
]

LONG = ["China Integrated Circuit Industry Investment Fund", "中芯国际集成电路制造有限公司", "W" * 60]

names = st.sampled_from(NAMES) | st.text(min_size=1, max_size=200).filter(str.strip)


def node(key: int, name: str = "", **fields) -> Node:
    return Node(key, name or f"Firm {key}", **{"kind": KINDS[key % 4], "url": f"/entities/{key}/", **fields})


def edge(key: int, subject: Node, object: Node, **fields) -> Edge:
    phrase, inverse = PHRASES[key % 4]
    return Edge(key, subject, object, phrase, inverse, f"#relation-{key}", **fields)


def star(hub: Node, neighbours: int, name: str = "") -> list[Edge]:
    """Every third of them comes in, and every fifth is tied twice."""
    made: list[Edge] = []
    for key in range(2, neighbours + 2):
        other = node(key, name and f"{name} {key}")
        ends = (other, hub) if key % 3 == 0 else (hub, other)
        made += [edge(len(made) + n, *ends) for n in range(2 if key % 5 == 0 else 1)]
    return made


@st.composite
def stars(draw, most: int = 40) -> tuple[Node, list[Edge]]:
    hub = node(1, draw(names), thread=draw(st.sampled_from(["", "cinnabar"])))
    others = [
        node(key, name, thread="indigo" if key == 2 else "")
        for key, name in enumerate(draw(st.lists(names, max_size=most)), 2)
    ]
    if not others:
        return hub, []
    untils = st.sampled_from(["", "about 2019", "between 3 June 2020 and 17 November 2021"])
    rows = draw(
        st.lists(st.tuples(st.sampled_from(others), st.booleans(), untils, st.booleans()), max_size=60)
    )
    return hub, [
        edge(key, *((hub, other) if goes else (other, hub)), until=until, is_forecast=ahead)
        for key, (other, goes, until, ahead) in enumerate(rows)
    ]


@st.composite
def meshes(draw, most: int = 40) -> list[Edge]:
    """Any of some tied to any other, with the duo among them at times."""
    threads = draw(st.sampled_from([(), ("cinnabar",), ("cinnabar", "indigo")]))
    nodes = [node(key, draw(names), thread=thread) for key, thread in enumerate(threads, 1)]
    nodes += [node(key, name) for key, name in enumerate(draw(st.lists(names, min_size=2, max_size=12)), 10)]
    ends = st.tuples(st.sampled_from(nodes), st.sampled_from(nodes)).filter(lambda two: two[0] != two[1])
    return [edge(key, *two) for key, two in enumerate(draw(st.lists(ends, max_size=most)))]


@st.composite
def pairs(draw) -> tuple[Node, Node, list[Edge]]:
    """The duo, with those they are tied to."""
    first = node(1, draw(names), thread="cinnabar")
    second = node(2, draw(names), thread="indigo")
    others = [second, *(node(key, name) for key, name in enumerate(draw(st.lists(names, max_size=20)), 3))]
    rows = draw(
        st.lists(st.tuples(st.booleans(), st.sampled_from(others), st.booleans(), st.booleans()), max_size=60)
    )
    made = []
    for key, (of_first, other, goes, ahead) in enumerate(rows):
        hub = first if of_first or other is second else second
        made.append(edge(key, *((hub, other) if goes else (other, hub)), is_forecast=ahead))
    return first, second, made


def strands(drawing: Drawing) -> list[Strand]:
    return [strand for knot in drawing.knots for strand in knot.strands]


def said(drawing: Drawing) -> list[str]:
    return [" ".join(strand.words.lines) for strand in strands(drawing)]


def overlapping(drawing: Drawing) -> list[tuple]:
    texts = sorted(drawing.texts(), key=lambda text: text.box.top)
    found = []
    for n, text in enumerate(texts):
        for other in texts[n + 1 :]:
            if other.box.top >= text.box.bottom:
                break
            if text.box.overlaps(other.box):
                found.append((text.lines, other.lines))
    return found


def outside(drawing: Drawing) -> list[tuple]:
    paper = Box(0, 0, drawing.width, drawing.height)
    return [
        text.lines
        for text in drawing.texts()
        if text.box.left < paper.left
        or text.box.top < paper.top
        or text.box.right > paper.right
        or text.box.bottom > paper.bottom
    ]
