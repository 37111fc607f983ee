"""A search as data."""

from typing import Any

from django.core.paginator import Page

from chipduo.search.question import NAMES, Question
from chipduo.search.results import Choice, Results
from chipduo.search.showing import Shown
from entities.search.extracts import Run


def twin(
    *, question: Question, results: Results, page: Page, shown: list[Shown], correction=None, nearest=()
) -> dict[str, Any]:
    return {
        "q": question.asked.text,
        "not_required": list(question.asked.common),
        "left_out": list(question.asked.left_out),
        "chosen": {NAMES[facet]: value for facet, value in question.chosen.items()},
        "count": len(results.hits),
        "at_least": results.is_more,
        "page": page.number,
        "pages": page.paginator.num_pages,
        "results": [result(one) for one in shown],
        "narrow": {name: [choice(one) for one in choices] for name, choices in results.narrowing},
        "correction": {"q": correction[0].asked.text, "count": correction[1]} if correction else None,
        "nearest": [entity.slug for entity in nearest],
    }


def result(one: Shown) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "title": text(one.title),
        "url": one.address,
        "text": text(one.runs),
        "also": text(one.also),
        "passages": [
            {
                "key": place.key,
                "url": place.address,
                "text": text(place.runs),
                "hits": hits(place.runs),
            }
            for place in one.places
        ],
    }


def choice(one: Choice) -> dict[str, Any]:
    return {"label": one.label, "count": one.count, "url": one.address}


def text(runs: list[Run]) -> str:
    return "".join(run for run, _ in runs)


def hits(runs: list[Run]) -> list[tuple[int, int]]:
    """Start and end of each, in code points of the text."""
    found, at = [], 0
    for run, is_hit in runs:
        found += [(at, at + len(run))] if is_hit else []
        at += len(run)
    return found
