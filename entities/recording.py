"""Writing down what changed for readers: called by every verb and save that can change a claim.

Each claim is held against how it stood when it was last written down, so that a save that changes nothing is no news, and
going back to an earlier version is a change like any other. What readers cannot see yet is news when they can.
"""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from entities.models import Change, Entity, Event, Fact, Relation

Claim = Event | Relation | Fact
COLUMNS = {
    "event": ("title", "summary", "standing", "origin", ("date", "when"), ("phase", "phase_id")),
    "relation": ("kind", "since", "until", "note", "standing", "origin"),
    "fact": ("label", "value", ("date", "as_of")),
}


def record(*claims: QuerySet, at: datetime | None = None) -> None:
    at = at or timezone.now()
    for some in claims:
        name = some.model._meta.model_name
        public = some.model.objects.public(at).filter(pk__in=some.values("pk"))
        found = list(public.prefetch_related("evidence", *(["entities"] if name == "event" else [])))
        before = last_written_down(name, found)
        news = [change for claim in found if (change := change_of(claim, before.get(claim.pk), at))]
        Change.objects.bulk_create(news)


def record_about(entity: Entity) -> None:
    record(
        Event.objects.filter(entities=entity),
        Relation.objects.of(entity),
        Fact.objects.filter(entity=entity),
    )


def record_resting_on(article: int) -> None:
    """On words of an article: with an edition that readers can see, they can see what rests on it."""
    words = {"evidence__passage__edition__article": article}
    record(*(model.objects.filter(**words) for model in (Event, Relation, Fact)))


def record_all() -> None:
    record(Event.objects.all(), Relation.objects.all(), Fact.objects.all())


def last_written_down(name: str, claims: list[Claim]) -> dict[int, dict[str, Any]]:
    rows = Change.objects.filter(**{f"{name}__in": claims}).order_by("pk")
    return dict(rows.values_list(f"{name}_id", "stands"))


def change_of(claim: Claim, before: dict[str, Any] | None, at: datetime) -> Change | None:
    stands = stands_of(claim)
    if stands == before:
        return None
    parts = [part for part in stands if stands[part] != before.get(part)] if before else []
    return Change(**{claim._meta.model_name: claim}, at=at, parts=parts, stands=stands)


def stands_of(claim: Claim) -> dict[str, Any]:
    """All that a claim says, as JSON keeps it."""
    stands = {"names": names_in(claim), "evidence": sorted(map(ground, claim.evidence.all()))}
    for column in COLUMNS[claim._meta.model_name]:
        part, attribute = column if isinstance(column, tuple) else (column, column)
        stands[part] = str(getattr(claim, attribute) or "")
    return stands


def names_in(claim: Claim) -> list[int]:
    if claim._meta.model_name == "event":
        return sorted(entity.pk for entity in claim.entities.all())
    if claim._meta.model_name == "relation":
        return [claim.subject_id, claim.object_id]
    return [claim.entity_id]


def ground(evidence) -> list[str]:
    """By its words, which an edition may carry along to another passage."""
    return [evidence.quote, str(evidence.source_id or ""), evidence.note]
