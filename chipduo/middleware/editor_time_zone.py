"""Signed-in editors see and enter times in their own time zone; readers all see the site's."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone


class EditorTimeZone:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        zone = (
            request.user.time_zone
            if request.path.startswith("/admin/") and request.user.is_authenticated
            else ""
        )
        with timezone.override(zone or None):
            return self.get_response(request)
