"""What changed, for a reader who comes back: all of it, or since a day that they name."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from articles import clock
from articles.views.pages import page_of
from chipduo.changes import shown, what_changed
from chipduo.since import moment
from chipduo.views.errors import bad_request


def changed(request: HttpRequest) -> HttpResponse:
    try:
        since = asked_since(request)
    except ValueError as error:
        return bad_request(request, str(error))
    page = page_of(request, what_changed(since))
    context = {
        "page": page,
        "changes": shown(page.object_list),
        "since": since,
        "today": timezone.localdate(clock.now()),
    }
    return render(request, "changed.html", context)


def changed_json(request: HttpRequest) -> JsonResponse:
    """How much, for a page that says so."""
    try:
        since = asked_since(request)
    except ValueError as error:
        return JsonResponse({"error": str(error)}, status=400)
    return JsonResponse({"count": what_changed(since).count()})


def asked_since(request: HttpRequest) -> datetime | None:
    asked = request.GET.get("since", "").strip()
    return moment(asked, timezone.localtime(clock.now())) if asked else None
