"""Blocks of HTML for property tests, and a weaver that works on a tree instead of on a stream of tags."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from hypothesis import strategies as st

from articles.markup import sanitise

STAY_OUT = {"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}

texts = st.sampled_from(
    ["Huawei", "SMIC", " ", "Hua", "wei", "s", "AT&amp;T", "&lt;", "华为", "e\u0301", "&nbsp;", "\n", "IT"]
)
marks = st.just('<sup class="ref"><a href="#note-1" id="ref-1">1</a></sup>')
leaves = texts | texts | marks | st.sampled_from(["<br>", '<img src="/a.png" alt="Huawei">'])


def element(inside):
    tags = [
        "em",
        "strong",
        "code",
        'a href="/x"',
        'span lang="zh"',
        'span data-entity="Huawei"',
        'span data-entity="SMIC"',
    ]
    return st.tuples(st.sampled_from(tags), inside).map(
        lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split()[0]}>"
    )


def several(inside):
    return st.lists(inside, max_size=5).map("".join)


inline = several(st.recursive(leaves, lambda inside: element(several(inside)), max_leaves=12))
blocks = (
    st.one_of(
        *(
            several(inline).map(lambda words, tag=tag: f"<{tag}>{words}</{tag}>")
            for tag in ("p", "p", "p", "h2")
        ),
        several(texts).map(lambda words: f"<pre><code>{words}</code></pre>"),
        st.lists(st.lists(inline, min_size=1, max_size=3), min_size=1, max_size=2).map(
            lambda rows: (
                "<table><tbody>"
                + "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in rows)
                + "</tbody></table>"
            )
        ),
    )
    .map(sanitise)
    .filter(lambda html: sanitise(html) == html)
)


@dataclass
class Node:
    tag: str = ""
    attrs: dict = field(default_factory=dict)
    children: list = field(default_factory=list)


class Builder(HTMLParser):
    def __init__(self):
        super().__init__()
        self.path = [Node()]

    def handle_starttag(self, tag, attrs):
        node = Node(tag, dict(attrs))
        self.path[-1].children.append(node)
        if tag not in ("br", "img", "hr"):
            self.path.append(node)

    def handle_endtag(self, tag):
        assert self.path.pop().tag == tag

    def handle_data(self, data):
        self.path[-1].children.extend(data)


def tree(html):
    """Elements and single characters."""
    builder = Builder()
    builder.feed(html)
    builder.close()
    [root] = builder.path
    return root


def characters(node, path=()):
    """Each visible character with its parent, its place among the parent's children, and all elements around it."""
    if node.attrs.get("class") == "ref":
        return
    for place, child in enumerate(node.children):
        if isinstance(child, str):
            yield child, node, place, (*path, node)
        elif child.tag == "br":
            yield "\n", node, place, (*path, node)
        else:
            yield from characters(child, (*path, node))
    if node.tag in ("td", "th", "tr"):
        yield "\n" if node.tag == "tr" else "\t", None, 0, path


def woven(html, links):
    """What `weave` has to make of it, as a tree; `links` are (start, end, href)."""
    root = tree(html)
    settle(root, root, links)
    places = list(characters(root))
    good = [link for link in links if fits(places[link[0] : link[1]]) and link[0] < link[1] <= len(places)]
    good.sort(key=lambda link: (link[0], -link[1]))
    kept = []
    for link in good:
        if not kept or kept[-1][1] <= link[0]:
            kept.append(link)
    for start, end, href in reversed(kept):
        _, parent, first, _ = places[start]
        last = places[end - 1][2]
        node = Node("a", {"class": "entity", "href": href})
        node.children = parent.children[first : last + 1]
        parent.children[first : last + 1] = [node]
    return root


def fits(places):
    parents = {id(parent) for _, parent, _, _ in places}
    numbers = [number for _, _, number, _ in places]
    return (
        len(parents) == 1
        and places[0][1] is not None
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and not any(node.tag in STAY_OUT for node in places[0][3])
    )


def settle(root, node, links, barred=False):
    """Turn the outermost spans by hand into links where one has their stretch, and drop the others."""
    for child in [child for child in node.children if isinstance(child, Node)]:
        if child.tag != "span" or "data-entity" not in child.attrs:
            settle(root, child, links, barred or child.tag in STAY_OUT)
            continue
        numbers = [
            at for at, (_, _, _, path) in enumerate(characters(root)) if any(one is child for one in path)
        ]
        link = next((link for link in links if numbers and link[:2] == (numbers[0], numbers[-1] + 1)), None)
        drop_inner(child)
        if link and not barred and not holds_any(child, STAY_OUT):
            child.tag, child.attrs = "a", {"class": "entity", "href": link[2]}
        else:
            at = next(at for at, one in enumerate(node.children) if one is child)
            node.children[at : at + 1] = child.children


def drop_inner(node):
    children = []
    for child in node.children:
        if isinstance(child, Node):
            drop_inner(child)
        dropped = isinstance(child, Node) and child.tag == "span" and "data-entity" in child.attrs
        children += child.children if dropped else [child]
    node.children = children


def holds_any(node, tags):
    inside = [child for child in node.children if isinstance(child, Node)]
    return any(child.tag in tags or holds_any(child, tags) for child in inside)
