"""Writing down what changed for readers: called by every verb and save that can change a claim.

Each claim is held against how it stood when it was last written down, so that a save that changes nothing is no news, and
going back to an earlier version is a change like any other. What readers cannot see yet is news when they can.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone

from entities.models import Change, Claimed, Entity, Event, Fact, Relation
from entities.noticing import dates

COLUMNS = {
    "event": ("title", "summary", "standing", "origin", ("date", "when"), ("phase", "phase_id")),
    "relation": ("kind", "since", "until", "note", "standing", "origin"),
    "fact": ("label", "value", ("date", "as_of")),
}


def record(*claims: QuerySet, at: datetime | None = None) -> None:
    at = at or timezone.now()
    for some in claims:
        with transaction.atomic(savepoint=False):
            found = public_as_last_written_down(some, at)
            Change.objects.bulk_create(change for claim in found if (change := change_of(claim, at)))


def record_saved(claims: QuerySet) -> None:
    """Also what their dates go with."""
    record(claims)
    dates.renew_after(claims)


def record_about(*entities: Entity) -> None:
    record(
        Event.objects.filter(entities__in=entities),
        Relation.objects.of(*entities),
        Fact.objects.filter(entity__in=entities),
    )
    dates.renew_lifetimes(Entity.objects.filter(pk__in=[entity.pk for entity in entities]))


@contextmanager
def recorded_without(*entities: int) -> Iterator[None]:
    """Around the end of entities: events name one fewer, and readers see those that only a private one hid."""
    events = list(Event.objects.filter(entities__in=entities).distinct().values_list("pk", flat=True))
    yield
    record(Event.objects.filter(pk__in=events))


def record_resting_on(article: int) -> None:
    """On words of an article: with an edition that readers can see, they can see what rests on it."""
    words = {"evidence__passage__edition__article": article}
    record(*(by_key(model.objects.filter(**words)) for model in (Event, Relation, Fact)))
    dates.renew_quotes(Event.objects.filter(**words))


def by_key(claims: QuerySet) -> QuerySet:
    """The same, asked for by their keys: PostgreSQL would look through all public claims for a few that it has yet to find."""
    return claims.model.objects.filter(pk__in=set(claims.order_by().values_list("pk", flat=True)))


def record_all() -> None:
    record(Event.objects.all(), Relation.objects.all(), Fact.objects.all())
    dates.renew_all()


def public_as_last_written_down(claims: QuerySet, at: datetime) -> QuerySet:
    """Each with `stood`, read by the same statement: what another process writes meanwhile is in both or in neither."""
    name = claims.model._meta.model_name
    last = Change.objects.filter(**{name: OuterRef("pk")}).order_by("-pk").values("stands")[:1]
    public = claims.model.objects.public(at).filter(pk__in=claims.order_by().values("pk"))
    return public.annotate(stood=Subquery(last)).prefetch_related(
        "evidence", *(["entities"] if name == "event" else [])
    )


def change_of(claim: Claimed, at: datetime) -> Change | None:
    stands, before = stands_of(claim), claim.stood
    if stands == before:
        return None
    parts = [part for part in stands if stands[part] != before.get(part)] if before else []
    return Change(**{claim._meta.model_name: claim}, at=at, parts=parts, stands=stands)


def stands_of(claim: Claimed) -> dict[str, Any]:
    """All that a claim says, as JSON keeps it."""
    stands = {"names": names_in(claim), "evidence": sorted(map(ground, claim.evidence.all()))}
    for column in COLUMNS[claim._meta.model_name]:
        part, attribute = column if isinstance(column, tuple) else (column, column)
        stands[part] = str(getattr(claim, attribute) or "")
    return stands


def names_in(claim: Claimed) -> list[int]:
    if claim._meta.model_name == "event":
        return sorted(entity.pk for entity in claim.entities.all())
    if claim._meta.model_name == "relation":
        return [claim.subject_id, claim.object_id]
    return [claim.entity_id]


def ground(evidence) -> list[str]:
    """By its words, which an edition may carry along to another passage."""
    return [evidence.quote, str(evidence.source_id or ""), evidence.note]
