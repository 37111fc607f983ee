"""What an import found, and what it made of it, in plain words."""

from collections.abc import Iterator

from django.urls import reverse

from articles.addresses import at
from articles.importing.outline import Document
from articles.importing.placing import Place, Plan, State
from articles.markdown import render
from articles.models import Article, Series
from articles.words import word_count

DIFFERENT = "already here with other words: it was edited since, or the file has changed"
DONE = {
    State.NEW: "made",
    State.UNCHANGED: "already here: unchanged",
    State.DIFFERENT: f"{DIFFERENT}. Left as it is; --replace gives it the file's words",
}
TO_DO = {State.NEW: "would be made"}
REPLACED = {State.DIFFERENT: "replaced"}
TO_REPLACE = {State.DIFFERENT: f"{DIFFERENT}. It would be replaced"}


def found(document: Document) -> Iterator[str]:
    yield f"Title: {document.title}"
    if document.introduction:
        yield f"Introduction: {_extent(document.introduction)}"
    for number, section in enumerate(document.sections, 1):
        yield f"Section {number}, {section.title}: {_extent(section.body)}"
    yield from document.remarks


def placed(plan: Plan, *, replace: bool, dry_run: bool) -> Iterator[str]:
    """Asked for after the plan was carried out, unless it is a dry run."""
    words = DONE | (TO_DO if dry_run else {}) | ((TO_REPLACE if dry_run else REPLACED) if replace else {})
    if plan.series:
        state = words[State.NEW] if plan.is_new_series else "already here"
        yield f"Series “{plan.series.title}” ({plan.series.slug}): {state}."
        yield from _address(plan.series)
    for place in plan.places:
        yield f"{_name(place)}: {words[place.state]}."
        if replace and place.state is State.DIFFERENT:
            yield from _public(place.article)
        yield from _address(place.article)
    if any(place.state is State.NEW for place in plan.places):
        yield f"Readers see nothing of what {'would be' if dry_run else 'was'} made until it is published in the admin."


def _extent(text: str) -> str:
    blocks = [block for block in render(text).blocks if block.kind != "heading"]
    words = sum(word_count(block.text) for block in blocks)
    return f"{_many(len(blocks), 'paragraph')}, {_many(words, 'word')}"


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _name(place: Place) -> str:
    part = "Article" if place.article.part is None else f"Part {place.article.part}"
    return f"{part} “{place.draft.title}” ({place.article.slug})"


def _public(article: Article) -> Iterator[str]:
    if edition := article.live_edition:
        yield f"  Readers go on seeing edition {edition.number} until the manuscript is published."


def _address(thing: Article | Series) -> Iterator[str]:
    if thing.pk:
        name = thing._meta.model_name
        yield f"  {at(reverse(f'admin:articles_{name}_change', args=[thing.pk]))}"
