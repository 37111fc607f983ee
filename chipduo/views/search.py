"""Searching the whole site: a page, its twin as data, what is offered while one types, and how browsers learn of it."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from articles.views.pages import page_of
from chipduo.search.correcting import correction
from chipduo.search.nearest import nearest_names
from chipduo.search.question import Question, RefusedError, question_in
from chipduo.search.results import Results
from chipduo.search.showing import show
from chipduo.search.suggesting import suggestions
from chipduo.search.twin import twin
from chipduo.views.errors import bad_request

PER_PAGE = 10
UNLISTED = {"X-Robots-Tag": "noindex"}


def search(request: HttpRequest) -> HttpResponse:
    try:
        question = question_in(request.GET)
    except RefusedError as refusal:
        return bad_request(request, str(refusal))
    return render(request, "search/search.html", context_of(request, question))


def search_json(request: HttpRequest) -> HttpResponse:
    try:
        question = question_in(request.GET)
    except RefusedError as refusal:
        return bad_request(request, str(refusal))
    return JsonResponse(twin(**context_of(request, question)), headers=UNLISTED)


def context_of(request: HttpRequest, question: Question) -> dict[str, object]:
    results = Results(question)
    page = page_of(request, results.hits, PER_PAGE)
    context = {
        "question": question,
        "results": results,
        "page": page,
        "shown": show(page.object_list, question.asked),
    }
    if question.asked and not results.hits:
        context |= {"correction": correction(question), "nearest": nearest_names(question.asked.text)}
    return context


def suggest(request: HttpRequest) -> HttpResponse:
    """In the shape of OpenSearch suggestions: what was typed, the names, what each is, where each leads."""
    typed = request.GET.get("q", "")
    found = suggestions(typed)
    columns = [list(column) for column in zip(*found, strict=True)] or [[], [], []]
    return JsonResponse([typed, *columns], safe=False, headers=UNLISTED)


def opensearch(request: HttpRequest) -> HttpResponse:
    context = {"search": reverse("search"), "suggest": reverse("suggest")}
    return render(
        request, "search/opensearch.xml", context, content_type="application/opensearchdescription+xml"
    )
