"""The pages of who and what the record speaks of."""

from collections.abc import Iterable
from itertools import groupby

from django.db.models import Count
from django.db.models.functions import Lower
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from articles.views.elsewhere import elsewhere
from articles.views.pages import page_of
from entities import twins
from entities.band.small import small_band
from entities.described import entity_page
from entities.dossiers.dossier import ORDERS, Dossier
from entities.dossiers.sayings import by_edition, for_sayings, sayings
from entities.evidence.grounds import for_timeline, with_grounds
from entities.models import Alias, Entity, Event, Fact, Mention, Relation
from entities.relations.kinds import TABLE

MENTIONS_PER_PAGE = 100
ENTITIES_PER_PAGE = 200


def entity_list(request: HttpRequest) -> HttpResponse:
    kind = request.GET.get("kind", "")
    if kind and kind not in Entity.Kind.values:
        raise Http404(f"There is no kind of entity called {kind}.")
    entities = Entity.objects.public().for_lists().by_kind()
    page = page_of(request, entities.filter(kind=kind) if kind else entities, ENTITIES_PER_PAGE)
    listed = with_articles(page.object_list)
    groups = [(Entity.Kind(name), list(rows)) for name, rows in groupby(listed, key=lambda one: one.kind)]
    inhabited = set(Entity.objects.public().values_list("kind", flat=True).distinct().order_by())
    kinds = [one for one in Entity.Kind if one in inhabited]
    context = {"page": page, "groups": groups, "kinds": kinds, "kind": kind}
    return render(request, "entities/entity_list.html", context)


def with_articles(entities: Iterable[Entity]) -> list[Entity]:
    """Each carries `articles`, the number of those that name it: counted for one page, and not for all before it is cut."""
    listed = list(entities)
    named = Mention.objects.live().filter(entity__in=[one.pk for one in listed]).values_list("entity")
    counts = dict(named.annotate(Count("passage__edition", distinct=True)).order_by())
    for one in listed:
        one.articles = counts.get(one.pk, 0)
    return listed


def entity(request: HttpRequest, slug: str) -> HttpResponse:
    found = Entity.objects.public().filter(slug=slug).first()
    if found is None:
        return elsewhere(request, Entity.objects.public(), slug)
    dossier = asked_of(found, request)
    page = page_of(request, dossier.undated, MENTIONS_PER_PAGE)
    said = sayings(page.object_list)
    aliases = Alias.objects.to_read(found)
    facts = with_grounds(Fact.objects.public().filter(entity=found))
    events = list(for_timeline(Event.objects.public().filter(entities=found)))
    context = {
        "entity": found,
        "aliases": aliases,
        "facts": facts,
        "linked_data": entity_page(found, aliases, facts),
        "relations": relations_of(found),
        "events": events,
        "band": small_band(events, entity=found.slug),
        "page": page,
        "said": by_edition(said),
        "sentences": len(said),
        "dossier": dossier,
        "tags": found.tags.order_by(Lower("name")),
    }
    return render(request, "entities/entity.html", context)


def asked_of(found: Entity, request: HttpRequest) -> Dossier:
    order, beside = request.GET.get("order", ""), request.GET.get("with", "")
    if order not in ORDERS:
        raise Http404(
            f"Sentences come by article, or with order=time in order of time, and not by “{order}”."
        )
    other = Entity.objects.public().known_as(beside) if beside else None
    if beside and other is None:
        raise Http404(f"There is no entity called “{beside}” here.")
    if other == found:
        raise Http404(f"Every sentence here names {found}: ask for those that name another as well.")
    return Dossier(found, other, order)


def relations_of(found: Entity) -> list[tuple[str, list[Relation]]]:
    """Grouped by what they are about, and what is over last in each."""
    relations = with_grounds(Relation.objects.public().of(found).for_lists())
    seen, order = [one.seen_from(found) for one in relations], list(TABLE)
    in_groups = sorted(seen, key=lambda one: (order.index(one.group), one.has_ended, one.phrase, one.pk))
    return [(group, list(rows)) for group, rows in groupby(in_groups, key=lambda one: one.group)]


def entity_json(request: HttpRequest, slug: str) -> HttpResponse:
    found = Entity.objects.public().filter(slug=slug).first()
    if found is None:
        return elsewhere(request, Entity.objects.public(), slug)
    relations = with_grounds(Relation.objects.public().of(found).for_lists())
    named = for_sayings(Mention.objects.public().filter(entity=found))
    shape = twins.entity(
        found,
        aliases=found.aliases.order_by("pk"),
        facts=with_grounds(Fact.objects.public().filter(entity=found)),
        relations=relations,
        events=Event.objects.public().filter(entities=found).in_order_of_time(),
        page=page_of(request, named, MENTIONS_PER_PAGE),
    )
    return JsonResponse(shape)
