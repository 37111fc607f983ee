"""All that changed for readers, in one order: editions of articles, and claims that were added or changed."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F, QuerySet, Value

from articles.models import Edition
from entities.models import Change

EDITION, CLAIM = "edition", "claim"
Row = tuple[str, int, datetime]


def what_changed(since: datetime | None = None) -> QuerySet:
    """Rows that say which of the two, its number and when; newest first."""
    editions, claims = Edition.objects.readable(), Change.objects.public()
    if since:
        editions, claims = editions.filter(live_from__gte=since), claims.filter(at__gte=since)
    return (
        rows(editions, EDITION, "live_from")
        .union(rows(claims, CLAIM, "at"), all=True)
        .order_by("-when", "which", "-pk")
    )


def rows(things: QuerySet, which: str, moment: str) -> QuerySet:
    return things.order_by().annotate(which=Value(which), when=F(moment)).values_list("which", "pk", "when")


def shown(found: Iterable[Row]) -> list[Edition | Change]:
    """What the rows stand for, in their order, each with `when`; in as many queries for many as for one."""
    found = list(found)
    things = {
        EDITION: Edition.objects.for_page().in_bulk([pk for which, pk, _ in found if which == EDITION]),
        CLAIM: Change.objects.for_lists().in_bulk([pk for which, pk, _ in found if which == CLAIM]),
    }
    listed = [things[which][pk] for which, pk, _ in found]
    for thing, (_, _, when) in zip(listed, found, strict=True):
        thing.when = when
    return listed
