"""The pictures of relations, each above the table that it is drawn from."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from articles.views.elsewhere import elsewhere
from articles.views.pages import page_of
from entities import twins
from entities.described import relations_page
from entities.evidence.grounds import with_grounds
from entities.models import Entity, Relation
from entities.relations import around
from entities.relations.depicting import edges, node
from entities.relations.whole import whole

DRAWN_AROUND_ONE = 60
DRAWN_OF_ALL = 150


def entity_relations(request: HttpRequest, slug: str) -> HttpResponse:
    found = Entity.objects.public().for_lists().filter(slug=slug).first()
    if found is None:
        return elsewhere(request, Entity.objects.public(), slug)
    relations = with_grounds(Relation.objects.public().of(found).by_other_end(found).for_lists())
    page = page_of(request, relations, DRAWN_AROUND_ONE)
    hub, drawn = node(found), edges(page.object_list)
    context = {
        "entity": found,
        "linked_data": relations_page(found),
        "page": page,
        "others": len({edge.other_end(hub).key for edge in drawn}),
        "wide": around.wide(hub, drawn),
        "narrow": around.narrow(hub, drawn),
    }
    return render(request, "entities/entity_relations.html", context)


def all_relations(request: HttpRequest) -> HttpResponse:
    page = page_of(request, every_relation(), DRAWN_OF_ALL)
    drawn = edges(page.object_list)
    context = {
        "page": page,
        "whole": whole(drawn),
        "ends": len({end.key for edge in drawn for end in edge.ends}),
    }
    return render(request, "entities/relations.html", context)


def relations_json(request: HttpRequest) -> JsonResponse:
    return JsonResponse(twins.relations(every_relation()))


def every_relation() -> QuerySet:
    return with_grounds(Relation.objects.public().duo_first().for_lists())
