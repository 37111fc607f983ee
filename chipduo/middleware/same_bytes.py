"""A page is what it was if its bytes are: how new the newest thing in it is says nothing of what was withdrawn since."""

from django.http import HttpRequest, HttpResponse
from django.middleware.http import ConditionalGetMiddleware


class SameBytes(ConditionalGetMiddleware):
    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response.headers.pop("Last-Modified", None)
        return super().process_response(request, response)
