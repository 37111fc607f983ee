"""The story in order of time: the timeline with its filters, and a page for each event."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.views.elsewhere import elsewhere
from articles.views.pages import page_of
from entities.described import event_page
from entities.embedding import frame
from entities.grounds import for_timeline
from entities.models import Event
from entities.timeline_filter import TimelineFilter

EVENTS_PER_PAGE = 100


def timeline(request: HttpRequest) -> HttpResponse:
    chosen = TimelineFilter(request.GET)
    if not chosen.is_valid():
        return refuse(request, chosen)
    page = page_of(request, for_timeline(chosen.events()), EVENTS_PER_PAGE)
    chapters = [
        (phase, list(events)) for phase, events in groupby(page.object_list, key=lambda event: event.phase)
    ]
    context = {
        "filter": chosen,
        "page": page,
        "chapters": chapters,
        "of": Event.objects.public().count(),
        "embed_code": frame(chosen),
    }
    return render(request, "entities/timeline.html", context)


def event(request: HttpRequest, slug: str) -> HttpResponse:
    found = for_timeline(Event.objects.public()).filter(slug=slug).first()
    if found is None:
        return elsewhere(request, Event.objects.public(), slug)
    return render(request, "entities/event.html", {"event": found, "linked_data": event_page(found)})


def refuse(request: HttpRequest, chosen: TimelineFilter) -> HttpResponse:
    reasons = [message for messages in chosen.errors.values() for message in messages]
    return render(request, "400.html", {"reason": " ".join(reasons)}, status=400)
