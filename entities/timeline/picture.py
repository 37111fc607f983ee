"""The band above the timeline: of all the events that the list shows, page by page, at the scale that was asked for."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse

from entities.band.depicting import eras, for_picture, happenings
from entities.band.drawing import MIDDLE, NARROW, WIDE
from entities.band.picture import Picture, picture
from entities.models import Event
from entities.timeline.scale import ScaleLinks, TimelineScale, kept, scale_links

MOST = 1000  # events in one picture


@dataclass(frozen=True, slots=True)
class TimelinePicture:
    picture: Picture
    links: ScaleLinks


def timeline_picture(
    events: QuerySet[Event], total: int, listed: Collection[str], query: QueryDict, scale: TimelineScale
) -> TimelinePicture | None:
    """`listed` are the slugs of the events on the page, to which its marks lead without leaving it."""
    found = for_picture(events, MOST)
    phases = {event.phase.slug for event in found if event.phase and event.slug in listed}
    shown = happenings(
        found, lambda event: f"#event-{event.slug}" if event.slug in listed else event.get_absolute_url()
    )
    of_phases = eras(
        found, shown, lambda phase: f"#{phase.slug}" if phase.slug in phases else phase.get_absolute_url()
    )
    window = scale.window(shown)
    drawn = picture(
        shown,
        of_phases,
        lambda first, last: years(query, first, last),
        (WIDE, MIDDLE, NARROW),
        window=window,
        left_out=total - len(found),
    )
    return TimelinePicture(drawn, scale_links(scale, query, window, shown)) if drawn else None


def years(query: QueryDict, first: int, last: int) -> str:
    """The list narrowed to some years."""
    there = kept(query)
    there["from"], there["to"] = str(first), str(last)
    return f"{reverse('timeline')}?{there.urlencode()}"
