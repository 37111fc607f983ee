"""What the twins promise: the shape of each."""

from types import NoneType
from typing import Any

MAYBE = (str, NoneType)
# The shapes, as readers of the data may rely on them: exactly these keys, with values of these types.
QUOTED = {"quote": str, "article": str, "key": str, "url": str, "state": str}
SOURCED = {"source": {"title": str, "publisher": str, "url": str, "citation": str}}
EVIDENCE = (QUOTED, SOURCED)
ARTICLE = {
    "slug": str, "title": str, "standfirst": str, "url": str, "series": MAYBE, "part": (int, NoneType), "edition": int,
    "published": str, "updated": str, "tags": [str],
    "sources": [
        {"number": int, "note": str, "source": ({"slug": str, "title": str, "publisher": str, "url": str, "citation": str}, NoneType)}
    ],
    "passages": [
        {
            "key": str, "kind": str, "html": str, "text": str,
            "mentions": [{"entity": str, "surface": str, "start": int, "end": int, "linked": bool}],
        }
    ],
}  # fmt: skip
ENTITY = {
    "slug": str, "name": str, "kind": str, "url": str, "description": str,
    "aliases": [{"text": str, "lang": str}],
    "facts": [{"label": str, "value": str, "as_of": MAYBE, "evidence": [EVIDENCE]}],
    "relations": [{"phrase": str, "entity": str, "since": MAYBE, "until": MAYBE, "evidence": [EVIDENCE]}],
    "events": [str],
    "page": int, "pages": int, "mentions": [{"article": str, "key": str, "url": str, "sentence": str}],
    "tags": [str],
}  # fmt: skip
RELATIONS = {
    "relations": [
        {
            "subject": str, "kind": str, "phrase": str, "object": str, "note": str, "since": MAYBE, "until": MAYBE,
            "standing": str, "origin": str, "evidence": [EVIDENCE],
        }
    ]
}  # fmt: skip
TIMELINE = {
    "phases": [{"slug": str, "title": str, "order": int}],
    "events": [
        {
            "slug": str, "title": str, "url": str, "summary": str, "when": MAYBE, "when_text": MAYBE, "earliest": MAYBE,
            "latest": MAYBE, "phase": MAYBE, "standing": str, "origin": str, "significance": int, "entities": [str],
            "tags": [str], "evidence": [EVIDENCE],
        }
    ],
}  # fmt: skip


def fits(value: Any, shape: Any) -> bool:
    match shape:
        case dict():
            return (
                isinstance(value, dict)
                and value.keys() == shape.keys()
                and all(fits(value[key], shape[key]) for key in shape)
            )
        case [row]:
            return isinstance(value, list) and bool(value) and all(fits(one, row) for one in value)
        case tuple():
            return any(fits(value, one) for one in shape)
    return type(value) is shape
