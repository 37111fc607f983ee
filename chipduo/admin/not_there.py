"""A form of the desk that was sent to what is not there any more: its words are given back, wherever they were typed."""

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from chipduo.admin.words_sent import words_sent


def not_there(site: AdminSite, request: HttpRequest) -> HttpResponse | None:
    """None where there are no words to give back."""
    words = words_sent(request)
    if not words:
        return None
    context = {**site.each_context(request), "title": "This is not there any more", "words": words}
    return render(request, "admin/not_there.html", context, status=404)
