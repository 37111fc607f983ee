"""Entities and events as schema.org says them in JSON-LD, no more exact and no more certain than the site knows."""

from collections.abc import Iterable

from articles.dates.fuzzydate import FuzzyDate, FuzzyDateError, parse
from articles.dates.notation import Span, read
from articles.jsonld import Node, day, filled_in

TYPES = {
    "company": "Corporation",
    "government": "AdministrativeArea",  # not Country: a group of allied states is of this kind too
    "institution": "Organization",
    "person": "Person",
    "place": "Place",
    "technology": "Thing",  # schema.org has no type for one
    "product": "Product",
    "concept": "DefinedTerm",
}
FOUNDED = "Founded"
FOUNDING = ("Corporation", "Organization")
NOT_YET = {"forecast": "Forecast", "judgement": "The article’s judgement"}


def reference(*, url: str, name: str, kind: str) -> Node:
    """As much as it takes to know which one is meant: the rest is on its page."""
    return {"@type": TYPES[kind], "@id": url, "name": name}


def naming(article: Node, *, about: list[Node], mentions: list[Node]) -> Node:
    """The article, with what it is about and all that it names."""
    return article | filled_in(about=about, mentions=mentions)


def in_language(text: str, language: str) -> Node | str:
    return {"@value": text, "@language": language} if language else text


def entity(
    *,
    url: str,
    name: str,
    kind: str,
    description: str = "",
    website: str = "",
    image: str = "",
    other_names: Iterable[tuple[str, str]] = (),
    facts: Iterable[tuple[str, str]] = (),
) -> Node:
    """`other_names` with their languages, "" for English; `facts` as label and value."""
    return filled_in(
        at_type=TYPES[kind],
        at_id=url,
        url=url,
        mainEntityOfPage=url,
        name=name,
        alternateName=[in_language(*one) for one in other_names],
        description=description,
        image=image,
        sameAs=website,
        foundingDate=founded(facts) if TYPES[kind] in FOUNDING else "",
    )


def founded(facts: Iterable[tuple[str, str]]) -> str:
    """Only where one fact says so, and with certainty."""
    values = [value for label, value in facts if label == FOUNDED]
    if len(values) != 1:
        return ""
    try:
        return day(parse(values[0]))
    except FuzzyDateError:
        return ""


def event(
    *,
    url: str,
    name: str,
    summary: str,
    when: FuzzyDate | None,
    standing: str,
    image: str = "",
    about: Iterable[Node] = (),
) -> Node:
    """Only what is recorded has dates: a forecast with one would read as a fact as soon as its day has passed."""
    begins, ends = ends_of(when) if standing == "recorded" else ("", "")
    return filled_in(
        at_type="Event",
        at_id=url,
        url=url,
        mainEntityOfPage=url,
        name=name,
        description=in_words(summary, when, standing, is_dated=bool(begins and ends)),
        image=image,
        startDate=begins,
        endDate=ends,
        about=list(about),
    )


def ends_of(when: FuzzyDate | None) -> tuple[str, str]:
    """The first and the last day, as exactly as they are known: a single day, month or year is both."""
    if when is None:
        return "", ""
    known = read(str(when))
    if not isinstance(known, Span):
        return day(when), day(when)
    if known.choice:
        return "", ""
    first, last = (day(FuzzyDate(str(point))) if point else "" for point in (known.start, known.end))
    return first, last


def in_words(summary: str, when: FuzzyDate | None, standing: str, *, is_dated: bool) -> str:
    """The summary, with what the other fields cannot say: how it stands, and a date that is not certain."""
    before = f"{NOT_YET[standing]}: " if standing in NOT_YET else ""
    after = f" Date: {when.words}." if when and not is_dated else ""
    return f"{before}{summary}{after}".strip()
