"""The timeline inside a page of somebody else: the HTML that puts it there."""

from html import escape

from django.urls import reverse

from articles.addresses import at
from entities.timeline.filter import TimelineFilter

WIDTH, HEIGHT = 720, 540


def frame(chosen: TimelineFilter, width: int = WIDTH, height: int = HEIGHT) -> str:
    """As text: on a page of our own it is shown, not run."""
    address = at(reverse("timeline_embed") + chosen.query)
    return (
        f'<iframe src="{escape(address)}" title="{escape(chosen.heading)}" width="{width}" height="{height}" '
        'loading="lazy" style="border:0;max-width:100%"></iframe>'
    )
