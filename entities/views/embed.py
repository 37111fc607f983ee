"""The events that somebody chose, on a small page that pages of other sites show in a frame."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from entities.timeline.fields import problems
from entities.timeline.filter import TimelineFilter

MOST_EVENTS = 100


def timeline_embed(request: HttpRequest) -> HttpResponse:
    """What cannot be meant is told inside the frame."""
    chosen = TimelineFilter(request.GET)
    if not chosen.is_valid():
        context = {"heading": "Not understood", "reasons": problems(chosen)}
        return render(request, "embed/timeline.html", context, status=400)
    events = chosen.events().in_order_of_time().select_related("phase")
    context = {
        "heading": chosen.heading,
        "address": chosen.get_absolute_url(),
        "events": events[:MOST_EVENTS],
        "of": events.count(),
    }
    return render(request, "embed/timeline.html", context)
