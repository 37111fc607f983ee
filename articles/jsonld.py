"""What a page is about, as schema.org says it in JSON-LD: what is empty is left out, and a date is as exact as it is known."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from articles.dates.fuzzydate import FuzzyDate

Node = dict[str, Any]

CONTEXT = "https://schema.org"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LANGUAGE = "en-GB"
SEARCHED = "search_term_string"
SAID_BY_ISO_8601 = ("day", "month", "year")
# So that nothing in it can end the element that it stands in, or a line of a script.
IN_A_PAGE = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def graph(*nodes: Node) -> Node:
    return {"@context": CONTEXT, "@graph": [node for node in nodes if node]}


def in_a_page(node: Node) -> str:
    """As JSON that can stand inside a script element of any page."""
    return json.dumps(node, ensure_ascii=False, separators=(",", ":")).translate(IN_A_PAGE)


def filled_in(**fields: Any) -> Node:
    """Without what is empty; a leading `at_` stands for the @ of JSON-LD."""
    names = {name: f"@{name[3:]}" if name.startswith("at_") else name for name in fields}
    return {names[name]: value for name, value in fields.items() if value not in (None, "", [], {})}


def day(date: FuzzyDate | None) -> str:
    """A day, month or year that is certain, as ISO 8601 has it; "" for everything else, which it would make falsely exact."""
    exact = date is not None and date.is_certain and date.precision in SAID_BY_ISO_8601
    return str(date) if exact else ""


def organisation(name: str, url: str) -> Node:
    return filled_in(at_type="Organization", name=name, url=url)


def website(*, url: str, name: str, description: str, search: str) -> Node:
    """`search` is the address of a search, with SEARCHED in braces where the words go."""
    return filled_in(
        at_type="WebSite",
        at_id=url,
        url=url,
        name=name,
        description=description,
        inLanguage=LANGUAGE,
        license=LICENCE,
        publisher=organisation(name, url),
        potentialAction=search_action(search),
    )


def search_action(template: str) -> Node:
    target = {"@type": "EntryPoint", "urlTemplate": template}
    return {
        "@type": "SearchAction",
        "target": target,
        "query-input": f"required name={SEARCHED}",
    }


def breadcrumbs(*steps: tuple[str, str]) -> Node:
    """From the contents page to here: names and addresses."""
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": {"@type": "WebPage", "@id": url}}
        for place, (name, url) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def article(
    *,
    url: str,
    headline: str,
    description: str,
    number: int,
    published: datetime,
    updated: datetime,
    publisher: Node,
    byline: str = "",
    image: str = "",
    series: Node | None = None,
    part: int | None = None,
    keywords: Iterable[str] = (),
    words: int = 0,
    citations: Iterable[Node] = (),
) -> Node:
    """The publisher answers for it as its author; the byline is free text, and may name several people or none."""
    return filled_in(
        at_type="Article",
        at_id=url,
        url=url,
        mainEntityOfPage=url,
        headline=headline,
        description=description,
        image=image,
        datePublished=published.isoformat(timespec="seconds"),
        dateModified=updated.isoformat(timespec="seconds"),
        version=number,
        author=publisher,
        creditText=byline,
        publisher=publisher,
        isPartOf=series,
        position=part,
        inLanguage=LANGUAGE,
        license=LICENCE,
        keywords=list(keywords),
        wordCount=words or None,
        citation=list(citations),
    )


def series(*, url: str, name: str, description: str = "", parts: Iterable[Node] = ()) -> Node:
    return filled_in(
        at_type="CreativeWorkSeries",
        at_id=url,
        url=url,
        name=name,
        description=description,
        inLanguage=LANGUAGE if description else "",
        hasPart=list(parts),
    )


def part(*, url: str, headline: str, position: int | None) -> Node:
    return filled_in(at_type="Article", at_id=url, url=url, headline=headline, position=position)


def cited(*, url: str, name: str, original: str = "") -> Node:
    """As much as it takes to know which source is meant: the rest is on its page."""
    return filled_in(at_type="CreativeWork", at_id=url, name=name, url=original)


def source(
    *,
    url: str,
    name: str,
    publisher: str = "",
    citation: str = "",
    original: str = "",
    published: FuzzyDate | None = None,
    language: str = "",
) -> Node:
    """`url` is its page here, `original` where it is itself."""
    return filled_in(
        at_type="CreativeWork",
        at_id=url,
        url=original,
        mainEntityOfPage=url,
        name=name,
        description=citation,
        publisher=filled_in(at_type="Organization", name=publisher) if publisher else None,
        datePublished=day(published),
        inLanguage=language,
    )
