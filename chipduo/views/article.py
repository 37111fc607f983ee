"""The page of an article, where the two rooms meet: the words, and what the knowledge reads in them."""

from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from articles.models import Article, Edition
from articles.views.article import cited_by
from articles.views.elsewhere import elsewhere
from entities import twins
from entities.described import article_page
from entities.evidence.pointing import pointed_at
from entities.reading.chronology import Chronology
from entities.reading.edition import Reading
from entities.search.asking import NOTHING, read_question


def article(request: HttpRequest, slug: str) -> HttpResponse:
    edition = Edition.objects.for_page().read_at(slug)
    if edition is None:
        return elsewhere(request, Article.objects.public(), slug)
    pointed = pointed_at(request.GET, edition)
    looked_for = NOTHING if pointed else read_question(request.GET.get("q", ""))
    reading = Reading(edition, pointed.marks if pointed else lambda passage: looked_for.marks(passage.text))
    context = {**page_of_edition(edition, reading), "pointed": pointed, "looked_for": looked_for}
    return render(request, "articles/article.html", context)


def article_json(request: HttpRequest, slug: str) -> HttpResponse:
    edition = Edition.objects.for_page().read_at(slug)
    if edition is None:
        return elsewhere(request, Article.objects.public(), slug)
    return JsonResponse(twins.article(edition, Reading(edition), cited_by(edition)))


def page_of_edition(edition: Edition, reading: Reading | None = None) -> dict[str, object]:
    """What the page shows; the admin's preview shows the same."""
    reading = reading or Reading(edition)
    citations, tags = cited_by(edition), edition.tags.order_by(Lower("name"))
    return {
        "edition": edition,
        "reading": reading,
        "chronology": Chronology(reading),
        "citations": citations,
        "tags": tags,
        "linked_data": article_page(edition, reading, citations, tags),
        **neighbours(edition),
    }


def neighbours(edition: Edition) -> dict[str, Edition | int | None]:
    """The parts of the series before and after this one, and the number of the last."""
    if edition.series_id is None:
        return {}
    parts = list(Edition.objects.live().filter(series=edition.series_id).for_lists().in_parts())
    place = next((i for i, part in enumerate(parts) if part.article_id == edition.article_id), None)
    if place is None:
        return {}
    return {
        "previous": parts[place - 1] if place else None,
        "next": parts[place + 1] if place + 1 < len(parts) else None,
        "last_part": parts[-1].part,
    }
