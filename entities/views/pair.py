"""The page of two entities together, and the question that leads there: how are they connected?"""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from articles.views.elsewhere import moved
from articles.views.pages import page_of
from entities import twins
from entities.described import pair_page
from entities.dossiers.connecting import Question
from entities.dossiers.pair import Pair
from entities.dossiers.sayings import by_edition, sayings
from entities.models import Entity

MENTIONS_PER_PAGE = 100


def pair(request: HttpRequest, slugs: str) -> HttpResponse:
    found = find(slugs)
    if found.slugs != slugs:
        return moved(request, slugs=found.slugs)
    page = page_of(request, found.mentions, MENTIONS_PER_PAGE)
    together, apart = (
        sayings(one for one in page.object_list if one.together is wanted) for wanted in (True, False)
    )
    context = {
        "pair": found,
        "linked_data": pair_page(found),
        "page": page,
        "together": by_edition(together),
        "apart": by_edition(apart),
        "sentences": len(together),
    }
    return render(request, "entities/pair.html", context)


def pair_json(request: HttpRequest, slugs: str) -> HttpResponse:
    found = find(slugs)
    if found.slugs != slugs:
        return moved(request, slugs=found.slugs)
    page = page_of(request, found.mentions.filter(together=True), MENTIONS_PER_PAGE)
    return JsonResponse(twins.pair(found, page))


def connections(request: HttpRequest) -> HttpResponse:
    question = Question(request.GET)
    if question.pair:
        return redirect(question.pair)
    return render(
        request, "entities/connections.html", {"question": question}, status=404 if question.problems else 200
    )


def find(slugs: str) -> Pair:
    """Of these slugs or of old ones; Http404 in words for anything else."""
    one, other = (known(slug) for slug in slugs.split("+"))
    if one == other:
        raise Http404(f"{one} is one entity: a page of two needs another one beside it.")
    return Pair.of(one, other)


def known(slug: str) -> Entity:
    found = Entity.objects.public().known_as(slug)
    if found is None:
        raise Http404(f"There is no entity called “{slug}” here.")
    return found
