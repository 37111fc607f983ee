"""The names in one article, where an editor says of each what it links to: to another entity, to nothing, or as it is found."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from articles.admin.desk_page import article_page
from articles.keys import key_in
from articles.markdown import MarkdownError
from articles.models import Article
from chipduo.admin.article_names_told import groups_shared, told
from chipduo.desk.keeping import made
from entities.admin.places_decided import NEEDED
from entities.linking.names import current_names
from entities.linking.occurrences import Named, names_in
from entities.linking.settling import forget, settle
from entities.models import Entity

AT_ONCE = 200


def names(request: HttpRequest, desk, article: Article) -> HttpResponse:
    may_decide = desk.has_view_permission(request, article) and request.user.has_perms(NEEDED)
    may_look = desk.has_view_permission(request, article) and request.user.has_perm(
        "entities.view_linkdecision"
    )
    if not (may_decide if request.method == "POST" else may_look):
        raise PermissionDenied
    try:
        found, refusal = names_in(article), ""
    except MarkdownError as error:
        found, refusal = [], str(error)
    if request.method == "POST":
        decided(request, desk, article, found)
        return HttpResponseRedirect(request.get_full_path())
    title = f"Names in “{article}”"
    context = {"title": title, "refusal": refusal, "may_decide": may_decide, **shown(request, found)}
    return article_page(request, desk, article, "names.html", **context)


def shown(request: HttpRequest, found: list[Named]) -> dict[str, Any]:
    page = Paginator(found, AT_ONCE).get_page(request.GET.get("p"))
    pks = {pk for named in found for pk in named.entities}
    entities = Entity.objects.for_lists().in_bulk(pks)
    rows = [told(named, entities) for named in page.object_list]
    owners = sorted(entities.values(), key=lambda entity: entity.name.casefold())
    return {"page": page, "rows": rows, "shared": groups_shared(found, entities), "owners": owners}


def decided(request: HttpRequest, desk, article: Article, found: list[Named]) -> None:
    """`one` names a few places and what is decided of them; else what is decided of the ticked ones."""
    keys, _, answer = request.POST.get("one", "").rpartition(".")
    wanted = set(keys.split("-")) if answer else set(request.POST.getlist("these"))
    chosen = [named for named in found if named.key in wanted]
    try:
        said = do(request, article, chosen, answer or request.POST.get("answer", ""))
    except ValidationError as error:
        desk.message_user(request, " ".join(error.messages), messages.ERROR)
    else:
        desk.message_user(request, f"{said} Readers’ links follow where these words are published.")


def do(request: HttpRequest, article: Article, chosen: list[Named], answer: str) -> str:
    if not chosen:
        raise ValidationError(
            "Tick the places first. Those that are not there any more were changed meanwhile."
        )
    places = f"{len(chosen)} place{'' if len(chosen) == 1 else 's'}"
    if answer == "forget":
        forget(article, chosen)
        return f"{places}: found as names are found."
    entity = None if answer == "no" else asked_for(answer, request.POST.get("entity", ""))
    with made(request.user, f"Decided among the names in “{article}”.") as decisions:
        decisions.extend(settle(article, chosen, entity))
    return f"{places}: {f'links to “{entity}”' if entity else 'linked to nothing'}."


def asked_for(answer: str, name: str) -> Entity:
    """By its number on a button, or by a name that was typed: any spelling or address that only it has."""
    pk = current_names().meant_by(name) if answer == "link" else key_in(answer)
    entity = Entity.objects.public().filter(pk=pk).first()
    if entity is None:
        raise ValidationError(
            f"“{name}” is the name of no entity that readers see, or of several."
            if name
            else "Say which entity."
        )
    return entity
