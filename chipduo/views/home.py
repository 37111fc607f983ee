"""The book's contents page."""

from itertools import groupby

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Edition
from chipduo.described import home_page
from chipduo.tagged import public_tags
from entities.band.small import duo_band
from entities.models import Entity, Event, Mention, Phase, Standing

MOST_WRITTEN_ABOUT = 24
LATEST = 8
TAGS = 40


def home(request: HttpRequest) -> HttpResponse:
    parts = (
        Edition.objects.live()
        .filter(series__isnull=False)
        .for_lists()
        .order_by("series__title", "series_id", "part")
    )
    context = {
        "linked_data": home_page(),
        "series": [(series, list(rows)) for series, rows in groupby(parts, key=lambda part: part.series)],
        "standing_alone": Edition.objects.live()
        .filter(series__isnull=True)
        .for_lists()
        .newest_first()[:LATEST],
        "entities": most_written_about(),
        "band": duo_band(),
        "phases": phases_with_counts(),
        "latest": Edition.objects.live().for_lists().newest_first()[:LATEST],
        "tags": sorted(
            sorted(public_tags(), key=lambda pair: -pair[1])[:TAGS], key=lambda pair: pair[0].name.lower()
        ),
    }
    return render(request, "home.html", context)


def most_written_about() -> list[tuple[Entity.Kind, list[Entity]]]:
    """By kind; each entity carries `passages`, the number of live passages that name it."""
    counted = (
        Mention.objects.public()
        .values_list("entity")
        .annotate(n=Count("passage", distinct=True))
        .order_by("-n", "entity")
    )
    counts = dict(counted[:MOST_WRITTEN_ABOUT])
    entities = list(Entity.objects.public().for_lists().filter(pk__in=counts))
    for entity in entities:
        entity.passages = counts[entity.pk]
    order = list(Entity.Kind)
    entities.sort(key=lambda one: (order.index(Entity.Kind(one.kind)), -one.passages, one.name.lower()))
    return [(Entity.Kind(kind), list(rows)) for kind, rows in groupby(entities, key=lambda one: one.kind)]


def phases_with_counts() -> list[Phase]:
    """Each carries `events_count`, its public events, and `is_ahead`: whether all of them are forecasts."""
    forecasts = Count("pk", filter=Q(standing=Standing.FORECAST))
    rows = (
        Event.objects.public().values_list("phase").annotate(events=Count("pk"), ahead=forecasts).order_by()
    )
    counts = {phase: (events, ahead) for phase, events, ahead in rows}
    phases = [phase for phase in Phase.objects.all() if phase.pk in counts]
    for phase in phases:
        phase.events_count, ahead = counts[phase.pk]
        phase.is_ahead = phase.events_count == ahead
    return phases
