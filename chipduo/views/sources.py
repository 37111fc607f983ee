"""What the site rests on: each source with the articles that cite it and the claims that stand on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Edition
from articles.views.elsewhere import elsewhere
from articles.views.pages import page_of
from chipduo.described import source_page
from entities.models import Event, Fact, Relation
from entities.sources import public_sources


def source_list(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "sources/source_list.html",
        {"page": page_of(request, public_sources().order_by("title"), 100)},
    )


def source(request: HttpRequest, slug: str) -> HttpResponse:
    found = public_sources().filter(slug=slug).first()
    if found is None:
        return elsewhere(request, public_sources(), slug)
    context = {
        "source": found,
        "linked_data": source_page(found),
        "editions": Edition.objects.live()
        .filter(citations__source=found)
        .distinct()
        .for_lists()
        .newest_first(),
        "events": Event.objects.public().filter(evidence__source=found).distinct().in_order_of_time(),
        "relations": Relation.objects.public().filter(evidence__source=found).distinct().for_lists(),
        "facts": Fact.objects.public().filter(evidence__source=found).distinct().select_related("entity"),
    }
    return render(request, "sources/source.html", context)
