"""What is in rendered HTML, read by another reader than ours."""

import re
from html.parser import HTMLParser

from articles.markdown import MarkdownError, render

ALLOWED = {
    **{
        tag: set()
        for tag in [
            "p",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "table",
            "thead",
            "tbody",
            "tr",
            "em",
            "strong",
            "blockquote",
            "ul",
            "li",
            "br",
            "hr",
        ]
    },
    "a": {"href", "class", "title", "id"},
    "code": {"class"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "span": {"data-entity"},
    "sup": {"class"},
    "td": {"class"},
    "th": {"class"},
}
CLASSES = {None, "external", "ref", "left", "center", "right"}
VOID = {"br", "hr", "img"}


class Auditor(HTMLParser):
    """A second reader of the HTML, which knows nothing of ours: what is in it, and whether it nests."""

    def __init__(self, html):
        super().__init__()
        self.open = []
        self.tags = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        assert len(attrs) == len(dict(attrs))
        assert not (tag == "a" and "a" in self.open)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def audit(html):
    for tag, attrs in Auditor(html).tags:
        assert set(attrs) <= ALLOWED[tag], (tag, attrs)
        if tag == "code":
            assert re.match("language-", attrs.get("class", "language-"))
        else:
            assert attrs.get("class") in CLASSES
        for address in (attrs.get("href"), attrs.get("src")):
            scheme = re.match(r"[\x00-\x20]*([^/?#]*?):", address or "")
            assert not scheme or scheme[1].lower() in ("http", "https", "mailto"), address


def whole(document):
    return "".join(block.before + block.html + block.after for block in document.blocks)


def attempt(source):
    try:
        return render(source)
    except MarkdownError:
        return None
