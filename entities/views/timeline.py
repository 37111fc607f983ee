"""The story in order of time: the timeline with its filters, and a page for each event."""

from itertools import groupby

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.views.elsewhere import elsewhere
from articles.views.pages import page_of
from entities.described import event_page
from entities.evidence.grounds import for_timeline
from entities.models import Event
from entities.timeline.embedding import frame
from entities.timeline.fields import problems
from entities.timeline.filter import TimelineFilter
from entities.timeline.picture import timeline_picture
from entities.timeline.scale import TimelineScale

EVENTS_PER_PAGE = 100


def timeline(request: HttpRequest) -> HttpResponse:
    chosen, scale = TimelineFilter(request.GET), TimelineScale(request.GET)
    if not (chosen.is_valid() and scale.is_valid()):
        return refuse(request, chosen, scale)
    page = page_of(request, for_timeline(chosen.events()), EVENTS_PER_PAGE)
    listed = list(page.object_list)
    for event in listed:
        event.why_matched = chosen.why_matched(event)
    slugs = {event.slug for event in listed}
    context = {
        "filter": chosen,
        "scale": scale,
        "page": page,
        "chapters": [
            (phase, list(events)) for phase, events in groupby(listed, key=lambda event: event.phase)
        ],
        "of": Event.objects.public().count(),
        "drawn": timeline_picture(chosen.events(), page.paginator.count, slugs, request.GET, scale),
        "embed_code": frame(chosen),
    }
    return render(request, "entities/timeline.html", context)


def event(request: HttpRequest, slug: str) -> HttpResponse:
    found = for_timeline(Event.objects.public()).filter(slug=slug).first()
    if found is None:
        return elsewhere(request, Event.objects.public(), slug)
    return render(request, "entities/event.html", {"event": found, "linked_data": event_page(found)})


def refuse(request: HttpRequest, *forms: Form) -> HttpResponse:
    return render(request, "400.html", {"reason": " ".join(problems(*forms))}, status=400)
