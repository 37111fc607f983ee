"""The events that a reader chose on the timeline, to take away: the same query string, in other formats."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse

from articles.addresses import at
from entities import twins
from entities.evidence.grounds import for_timeline
from entities.models import Event
from entities.timeline.calendar import calendar
from entities.timeline.filter import TimelineFilter
from entities.timeline.slides import slides
from entities.timeline.table import table
from entities.views.timeline import refuse


def of_chosen(export: Callable[[TimelineFilter], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A view that hands the export a filter which can be answered, and tells what cannot."""

    @wraps(export)
    def view(request: HttpRequest) -> HttpResponse:
        chosen = TimelineFilter(request.GET)
        return export(chosen) if chosen.is_valid() else refuse(request, chosen)

    return view


@of_chosen
def timeline_json(chosen: TimelineFilter) -> HttpResponse:
    return JsonResponse(twin(chosen))


@of_chosen
def timeline_csv(chosen: TimelineFilter) -> HttpResponse:
    text = table(twin(chosen)["events"])
    return named("timeline.csv", HttpResponse(text, content_type="text/csv; charset=utf-8; header=present"))


@of_chosen
def timeline_ics(chosen: TimelineFilter) -> HttpResponse:
    host = urlsplit(settings.SITE_URL).hostname
    made = calendar(twin(chosen), name=heading(chosen), url=at(chosen.get_absolute_url()), host=host)
    return named("timeline.ics", HttpResponse(made, content_type="text/calendar; charset=utf-8"))


@of_chosen
def timeline_slides(chosen: TimelineFilter) -> HttpResponse:
    """Other sites' pages read it, so it lets them: it is public, and the same for everybody."""
    phases = Event.objects.public().phases().exclude(when="")
    spans = [(phase.title, phase.when.earliest, phase.when.latest) for phase in phases]
    made = slides(
        twin(chosen),
        title=heading(chosen),
        url=at(chosen.get_absolute_url()),
        eras=[(title, first, last) for title, first, last in spans if first and last],
    )
    return JsonResponse(made, headers={"Access-Control-Allow-Origin": "*"})


def twin(chosen: TimelineFilter) -> dict:
    return twins.timeline(Event.objects.public().phases(), for_timeline(chosen.events()))


def heading(chosen: TimelineFilter) -> str:
    return f"{settings.SITE_NAME}: {chosen.heading}"


def named(name: str, response: HttpResponse) -> HttpResponse:
    response["Content-Disposition"] = f'attachment; filename="{settings.SITE_NAME}-{name}"'
    return response
