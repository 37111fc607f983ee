"""A document in parts, as a book shows its contents."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.described import series_page
from articles.models import Edition, Series
from articles.views.elsewhere import elsewhere


def series(request: HttpRequest, slug: str) -> HttpResponse:
    found = Series.objects.public().filter(slug=slug).first()
    if found is None:
        return elsewhere(request, Series.objects.public(), slug)
    parts = Edition.objects.live().filter(series=found).for_lists().in_parts()
    context = {"series": found, "parts": parts, "linked_data": series_page(found, parts)}
    return render(request, "articles/series.html", context)
