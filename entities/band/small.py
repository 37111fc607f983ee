"""The band beside a list of events that is not the timeline itself: without phases, and with links into the timeline."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.urls import reverse

from entities.band.depicting import for_picture, happenings, undated
from entities.band.picture import SLIM, SMALL, Picture, picture
from entities.models import Event

FEWEST = 3  # dated events that are worth a picture
MOST_ON_TOP = 200


def small_band(events: Sequence[Event], **narrowed: str) -> Picture | None:
    """Of a list that the timeline shows too when it is narrowed in this way; the events come with their entities."""
    shown = happenings(events)
    if sum(one.extent is not None for one in shown) < FEWEST:
        return None
    apart = undated(shown, url=address(narrowed))
    return picture(
        shown, apart, lambda first, last: address({**narrowed, "from": str(first), "to": str(last)}), SMALL
    )


def duo_band() -> Picture | None:
    """The major dated events of the duo, in a few rows."""
    events = for_picture(Event.objects.public().dated().major().of_the_duo(), MOST_ON_TOP)
    shown = happenings(events)
    return picture(shown, [], lambda first, last: address({"from": str(first), "to": str(last)}), SLIM)


def address(narrowed: dict[str, str]) -> str:
    return f"{reverse('timeline')}?{urlencode(narrowed)}"
