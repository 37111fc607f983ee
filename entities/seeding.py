"""The knowledge the site starts with: entities, relations, phases and events, each resting on its evidence."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from taggit.models import Tag

from articles.models import Edition, Passage, Source
from articles.seed_files import each
from articles.seeding import add, find, need
from entities.evidence.quoting import nearest
from entities.linking.names_changing import names_changing
from entities.models import Claimed, Entity, Event, Evidence, Fact, Phase, Relation
from entities.recording import record_all
from entities.search import rows

SEED = Path(__file__).parent / "seed"
FOR_THE_TESTS = ("document", "record")  # which item of the document or of the record an entry carries


def seed(folder: Path = SEED) -> dict[str, int]:
    """Add what is missing and leave what is there as it is; returns what was added. Raises SeedError."""
    with names_changing():
        entities = each(folder, "entities/*.toml", "entity", add_entity)
    added = {
        "entities": entities,
        "relations": each(folder, "relations.toml", "relation", add_relation),
        "phases": each(folder, "phases.toml", "phase", lambda row, path: add(Phase, row)),
        "events": each(folder, "events.toml", "event", add_event),
    }
    rows.rebuild_but_editions()
    record_all()
    return added


def add_entity(row: dict[str, Any], path: Path) -> bool:
    if find(Entity, row["slug"]):
        return False
    parts = {name: row.pop(name, default) for name, default in (("aliases", []), ("facts", []), ("tags", []))}
    name_linkable = row.pop("name_linkable", True)
    entity = Entity(**row)
    entity.full_clean(exclude=["about_html"])
    entity.save()
    entity.tags.set([need(Tag, slug) for slug in parts["tags"]])
    for alias in [{"text": entity.name, "linkable": name_linkable}, *parts["aliases"]]:
        entity.add_alias(**alias)
    for order, fact in enumerate(parts["facts"]):
        add_fact(entity, order, fact)
    return True


def add_fact(entity: Entity, order: int, row: dict[str, Any]) -> None:
    source, citation = row.pop("source"), row.pop("citation", "")
    fact = Fact(entity=entity, order=order, **row)
    fact.full_clean()
    fact.save()
    rest(fact, [{"source": source, "note": citation}])


def add_relation(row: dict[str, Any], path: Path) -> bool:
    for name in FOR_THE_TESTS:
        row.pop(name, None)
    evidence = row.pop("evidence")
    ends = {end: need(Entity, row.pop(end)) for end in ("subject", "object")}
    relation = Relation(**ends, **row)
    if Relation.objects.filter(**ends, kind=relation.kind).exists():
        return False  # also with another date or note: an editor's, or an older seed's
    relation.full_clean()
    relation.save()
    rest(relation, evidence)
    return True


def add_event(row: dict[str, Any], path: Path) -> bool:
    if find(Event, row["slug"]):
        return False
    for name in FOR_THE_TESTS:
        row.pop(name, None)
    parts = {name: row.pop(name, []) for name in ("entities", "tags", "evidence")}
    phase = need(Phase, row.pop("phase")) if "phase" in row else None
    event = Event(phase=phase, **row)
    event.full_clean()
    event.save()
    event.tags.set([need(Tag, slug) for slug in parts["tags"]])
    event.entities.set([need(Entity, slug) for slug in parts["entities"]])
    rest(event, parts["evidence"])
    return True


def rest(claim: Claimed, evidence: list[dict[str, str]]) -> None:
    """Lay the evidence under the claim. A claim without any is refused."""
    if not evidence:
        raise ValidationError("It rests on nothing: give a quote or a source.")
    for row in evidence:
        support = Evidence(**{claim._meta.model_name: claim}, **ground(row))
        support.full_clean()
        support.save()


def ground(row: dict[str, str]) -> dict[str, Any]:
    if "source" in row:
        return {"source": need(Source, row["source"]), "note": row.get("note", "")}
    return {
        "passage": passage_with(row["quote"], row["article"]),
        "quote": row["quote"],
        "note": row.get("note", ""),
    }


def passage_with(quote: str, article: str) -> Passage:
    """The passage of the article, as readers have it, in which the words stand."""
    passages = Passage.objects.filter(edition__in=Edition.objects.live(), edition__article__slug=article)
    found = next(
        (passage for passage in passages.filter(text__contains=quote) if quote in passage.text), None
    )
    if found is None:
        raise ValidationError(
            f"“{quote}” is not in the article {article}. The nearest words are: “{nearest(quote, passages)}”"
        )
    return found
