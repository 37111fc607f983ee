"""Public text travels compressed. The admin's does not: it carries tokens, which BREACH could guess by the size of an answer."""

import re

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

from chipduo.middleware.public_cache import PRIVATE

TEXT = re.compile(r"text/|application/(json|xml|javascript|[\w.-]+\+(json|xml))\b|image/svg\+xml")


class Compression(GZipMiddleware):
    """Inside of WhiteNoise, whose files are compressed already; around what makes the ETag, which then says W/."""

    max_random_bytes = 0  # there is no secret to hide on a public page, and every reader gets the same bytes

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if request.path.startswith(PRIVATE) or not (is_text(response) or response.status_code == 304):
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        return super().process_response(request, response)


def is_text(response: HttpResponse) -> bool:
    return bool(TEXT.match(response.headers.get("Content-Type", "")))
