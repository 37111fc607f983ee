"""The pages as data. The shapes are a contract with whoever reads them, held by tests."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Page

from articles.addresses import at
from articles.models import Edition, Source
from entities.dossiers.pair import Pair
from entities.dossiers.sayings import Saying, sayings
from entities.evidence.grounds import grounds
from entities.models import Entity, Event, Phase, Relation
from entities.reading.edition import Reading, ReadPassage


def article(edition: Edition, reading: Reading, citations) -> dict[str, Any]:
    return {
        "slug": edition.article.slug,
        "title": edition.title,
        "standfirst": edition.standfirst,
        "url": at(edition.article.get_absolute_url()),
        "series": edition.series and edition.series.slug,
        "part": edition.part,
        "edition": edition.number,
        "published": edition.first_published.isoformat(),
        "updated": edition.live_from.isoformat(),
        "tags": sorted(edition.tags.slugs()),
        "sources": [
            {"number": one.number, "note": one.text, "source": one.source and source(one.source)}
            for one in citations
        ],
        "passages": [passage(read) for read in reading.passages],
    }


def passage(read: ReadPassage) -> dict[str, Any]:
    row = read.passage
    mentions = [
        {
            "entity": one.entity.slug,
            "surface": one.surface,
            "start": one.start,
            "end": one.end,
            "linked": one.linked,
        }
        for one in read.mentions
    ]
    return {"key": row.key, "kind": row.kind, "html": read.html, "text": row.text, "mentions": mentions}


def source(row: Source) -> dict[str, Any]:
    return {
        "slug": row.slug,
        "title": row.title,
        "publisher": row.publisher,
        "url": row.url,
        "citation": row.citation,
    }


def entity(row: Entity, *, aliases, facts, relations, events, page: Page) -> dict[str, Any]:
    return {
        "slug": row.slug,
        "name": row.name,
        "kind": row.kind,
        "url": at(row.get_absolute_url()),
        "description": row.description,
        "aliases": [{"text": alias.text, "lang": alias.language or "en"} for alias in aliases],
        "facts": [
            {"label": fact.label, "value": fact.value, "as_of": edtf(fact.as_of), "evidence": evidence(fact)}
            for fact in facts
        ],
        "relations": [
            {
                "phrase": relation.phrase,
                "entity": relation.other.slug,
                "since": edtf(relation.since),
                "until": edtf(relation.until),
                "evidence": evidence(relation),
            }
            for relation in (one.seen_from(row) for one in relations)
        ],
        "events": [event.slug for event in events],
        **mentions(page),
        "tags": sorted(row.tags.slugs()),
    }


def relations(rows: Iterable[Relation]) -> dict[str, Any]:
    return {"relations": [relation(row) for row in rows]}


def pair(found: Pair, page: Page) -> dict[str, Any]:
    return {
        "entities": found.slugs.split("+"),
        "url": at(found.get_absolute_url()),
        "relations": [relation(one) for one in found.relations],
        "events": [event.slug for event in found.events],
        "way": [relation(one) for one in found.way],
        **mentions(page),
    }


def relation(row: Relation) -> dict[str, Any]:
    return {
        "subject": row.subject.slug,
        "kind": row.kind,
        "phrase": row.phrase,
        "object": row.object.slug,
        "note": row.note,
        "since": edtf(row.since),
        "until": edtf(row.until),
        "standing": row.standing,
        "origin": row.origin,
        "evidence": evidence(row),
    }


def mentions(page: Page) -> dict[str, Any]:
    """One page of them, as `?page=` asks: there are as many as the record has grown."""
    said = [mention(one) for one in sayings(page.object_list)]
    return {"page": page.number, "pages": page.paginator.num_pages, "mentions": said}


def mention(one: Saying) -> dict[str, Any]:
    return {
        "article": one.passage.edition.article.slug,
        "key": one.passage.key,
        "url": at(one.url),
        "sentence": one.sentence,
    }


def timeline(phases: Iterable[Phase], events) -> dict[str, Any]:
    return {
        "phases": [{"slug": phase.slug, "title": phase.title, "order": phase.order} for phase in phases],
        "events": [event(one) for one in events],
    }


def event(row: Event) -> dict[str, Any]:
    return {
        "slug": row.slug,
        "title": row.title,
        "url": at(row.get_absolute_url()),
        "summary": row.summary,
        "when": edtf(row.when),
        "when_text": row.when.words if row.when else None,
        "earliest": row.earliest and row.earliest.isoformat(),
        "latest": row.latest and row.latest.isoformat(),
        "phase": row.phase and row.phase.slug,
        "standing": row.standing,
        "origin": row.origin,
        "significance": row.significance,
        "entities": [one.slug for one in row.entities.all()],
        "tags": sorted(tag.slug for tag in row.tags.all()),
        "evidence": evidence(row),
    }


def edtf(date) -> str | None:
    return str(date) if date else None


def evidence(claim) -> list[dict[str, Any]]:
    return [ground.as_json() for ground in grounds(claim)]
