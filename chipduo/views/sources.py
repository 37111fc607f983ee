"""What the site rests on: each source with the articles that cite it and the claims that stand on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Edition
from articles.views.elsewhere import elsewhere
from articles.views.pages import page_of
from chipduo.described import source_page
from entities.models import Event, Fact, Relation
from entities.sources import public_sources

OF_EACH = 100  # articles, events, relations and facts on one page of a source


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
    stands_on_it = {"evidence__source": found}
    resting = {
        "editions": Edition.objects.live()
        .filter(citations__source=found)
        .distinct()
        .for_lists()
        .newest_first(),
        "events": Event.objects.public().filter(**stands_on_it).distinct().in_order_of_time(),
        "relations": Relation.objects.public().filter(**stands_on_it).distinct().for_lists(),
        "facts": Fact.objects.public().filter(**stands_on_it).distinct().select_related("entity"),
    }
    page = page_of(request, range(max(things.count() for things in resting.values())), OF_EACH)
    cut = slice((page.number - 1) * OF_EACH, page.number * OF_EACH)
    shown = {name: things[cut] for name, things in resting.items()}
    context = {"source": found, "linked_data": source_page(found), "page": page, **shown}
    return render(request, "sources/source.html", context)
