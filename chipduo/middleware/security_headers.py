"""The strict headers on every response, files and errors included.

The set scores full marks on MDN's HTTP Observatory, and the stock admin runs under it without a violation.
To be deleted for Django 6's own SECURE_CSP on the day of the upgrade.
"""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse

ISOLATION = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


IN_FRAMES = {"Cross-Origin-Resource-Policy": "cross-origin"}


def may_be_framed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Pages of any site may show what this view answers. Said on the request, as a 304 takes the answer's place."""

    @wraps(view)
    def framed(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        request.may_be_framed = True
        return view(request, *args, **kwargs)

    return framed


def tells_nobody_its_address(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For addresses that open what they name to whoever has them: browsers send them on to no page, not even of ours."""

    @wraps(view)
    def unreferred(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        request.is_unreferred = True
        return view(request, *args, **kwargs)

    return unreferred


class SecurityHeaders:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        policy = settings.SECURE_CSP
        self.strict = {"Content-Security-Policy": written(policy), **ISOLATION}
        framed = written({**policy, "frame-ancestors": ["*"]})
        self.framed = {**self.strict, "Content-Security-Policy": framed, **IN_FRAMES}
        del self.framed["X-Frame-Options"]

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in (self.framed if hasattr(request, "may_be_framed") else self.strict).items():
            response.headers[name] = value
        if hasattr(request, "is_unreferred"):
            response.headers["Referrer-Policy"] = "no-referrer"
        return response


def written(policy: dict[str, list[str]]) -> str:
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in policy.items())
