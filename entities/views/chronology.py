"""An article read in order of time."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Article, Edition
from articles.views.elsewhere import elsewhere
from entities.reading.chronology import Chronology
from entities.reading.edition import Reading


def chronology(request: HttpRequest, slug: str) -> HttpResponse:
    edition = Edition.objects.for_page().read_at(slug)
    if edition is None:
        return elsewhere(request, Article.objects.public(), slug)
    context = {"edition": edition, "chronology": Chronology(Reading(edition))}
    return render(request, "articles/chronology.html", context)
