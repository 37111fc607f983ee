"""How long a page may be kept: public ones by anybody for a minute, the admin's by nobody."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

A_MINUTE = 60
PRIVATE = ("/admin/",)


class PublicCache:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(PRIVATE):
            patch_cache_control(response, private=True, no_store=True)
        elif not response.has_header("Cache-Control"):
            patch_cache_control(response, **self._public(request, response))
        return response

    def _public(self, request: HttpRequest, response: HttpResponse) -> dict[str, object]:
        if request.method in {"GET", "HEAD"} and response.status_code in {200, 301, 304}:
            return {"public": True, "max_age": A_MINUTE}
        return {"no_cache": True}
