"""No word in another script without its language on any public page, whichever field an editor wrote it into."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from articles.foreign import with_languages
from chipduo.middleware.public_cache import PRIVATE


class ForeignWords:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if is_page and not response.streaming and not request.path.startswith(PRIVATE):
            response.content = with_languages(response.text)
        return response
