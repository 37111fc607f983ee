"""Which of the things found readers may see: not the index but each kind's own rule says so, at the moment it is asked.

Rules that look into claims, evidence and editions take Django longer to put into SQL than the database to answer, so
each is put into SQL once, with stand-ins for the moment and for the things.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from json import dumps

from django.db import connection

from articles import clock
from articles.models import Edition
from entities.models import Entity, Event
from entities.search.index import among
from entities.sources import public_sources

RULES = {
    "article": Edition.objects.live,
    "entity": Entity.objects.public,
    "event": Event.objects.public,
    "source": public_sources,
}
SOME_MOMENT = datetime(9000, 1, 1, tzinfo=UTC)
SOME_THINGS: list[int] = []


def seen_among(kind: str, pks: Iterable[int]) -> set[int]:
    if not (asked := list(pks)):
        return set()
    sql, parameters = _in_sql(kind, connection.vendor)
    moment = connection.ops.adapt_datetimefield_value
    meant = {moment(SOME_MOMENT): moment(clock.now()), dumps(SOME_THINGS): dumps(asked)}
    with connection.cursor() as cursor:
        cursor.execute(sql, [meant.get(one, one) for one in parameters])
        return {pk for (pk,) in cursor.fetchall()}


@cache
def _in_sql(kind: str, vendor: str) -> tuple[str, tuple]:
    with clock.clock_at(SOME_MOMENT):
        seen = RULES[kind]().filter(pk__in=among(SOME_THINGS)).order_by().values_list("pk", flat=True)
        return seen.query.sql_with_params()
