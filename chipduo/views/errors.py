"""What a reader is told when a page cannot be shown: plain, with somewhere to go on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "400.html", {"reason": reason}, status=400)


def handler400(request: HttpRequest, exception: Exception) -> HttpResponse:
    return bad_request(request)
