"""Who else is at things that are about to end, by being deleted or merged: named before it is done, and asked again if that changed."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected as stock_delete_selected
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.http import HttpResponseRedirect
from django.utils import timezone
from django.utils.formats import date_format

from articles.admin.deleting.what_goes import with_what_goes, without_derived
from articles.admin.together.versioned import version_of
from articles.models import Article, Comment, Presence, Scratch
from articles.models.presence import name_of

SEEN = "seen_as"
CHANGED = (
    "Somebody has changed or typed into this since you opened the page. Look again: nothing is done yet."
)


def others_at(things: Sequence[Model], person: Any) -> list[str]:
    """In sentences. Unsaved words are told of, and not shown: they are their typist's."""
    names = {key_of(thing): str(thing) for thing in things}
    there = [
        f"{name_of(one.person)} has “{names[one.kind_id, str(one.object_id)]}” open."
        for one in present(things, person)
    ]
    words = [
        f"{name_of(one.person)} has typed into “{names[one.kind_id, one.object_id]}”, last on {day_of(one)},"
        f" and has not saved it. The words stay with {name_of(one.person)}."
        for one in unsaved(things, person)
    ]
    return [*there, *words]


def present(things: Sequence[Model], person: Any) -> list[Presence]:
    return those_at(things, Presence.objects.filter(until__gt=timezone.now()).exclude(person=person))


def unsaved(things: Sequence[Model], person: Any) -> list[Scratch]:
    return those_at(things, Scratch.objects.exclude(person=person))


def those_at(things: Sequence[Model], rows: QuerySet) -> list[Any]:
    keys = {key_of(thing) for thing in things}
    kinds, pks = {kind for kind, _ in keys}, {pk for _, pk in keys}
    found = rows.filter(kind__in=kinds, object_id__in=pks).select_related("person").order_by("pk")
    return [one for one in found if (one.kind_id, str(one.object_id)) in keys]


def key_of(thing: Model) -> tuple[int, str]:
    return ContentType.objects.get_for_model(thing).pk, str(thing.pk)


def day_of(scratch: Scratch) -> str:
    return date_format(timezone.localtime(scratch.typed_at), "j F, H:i")


def state_of(things: Sequence[Model], person: Any) -> str:
    """Of what is stored and said of it, and of who has words in it that are not."""
    stored = sorted((key_of(thing), version_of(thing)) for thing in things)
    typed = sorted((one.kind_id, one.object_id, one.person_id) for one in unsaved(things, person))
    articles = [thing for thing in things if isinstance(thing, Article)]
    said = list(Comment.objects.filter(article__in=articles).values_list("pk", flat=True))
    return sha256(repr((stored, typed, said)).encode()).hexdigest()[:20]


def has_changed(request: Any, things: Sequence[Model]) -> bool:
    """Since the page was made from which this is sent; what comes from no such page has to be asked, too."""
    return bool(things) and request.POST.get(SEEN) != state_of(things, request.user)


def told(request: Any, things: Sequence[Model]) -> dict[str, Any]:
    """For the page that asks."""
    return {"at_work": others_at(things, request.user), SEEN: state_of(things, request.user)}


class DeletingAdmin(admin.ModelAdmin):
    def delete_view(self, request, object_id, extra_context=None):
        thing = self.get_object(request, unquote(object_id))
        things = with_what_goes([thing] if thing and self.has_delete_permission(request, thing) else [])
        if request.method == "POST" and has_changed(request, things):
            self.message_user(request, CHANGED, messages.WARNING)
            return HttpResponseRedirect(request.get_full_path())
        return super().delete_view(request, object_id, {**told(request, things), **(extra_context or {})})

    def get_deleted_objects(self, objs, request):
        deleted, counts, *others = super().get_deleted_objects(objs, request)
        return *without_derived(self.admin_site, deleted, counts), *others

    def get_actions(self, request):
        actions = super().get_actions(request)
        if found := actions.get("delete_selected"):
            actions["delete_selected"] = (delete_selected, *found[1:])
        return actions


def delete_selected(desk: Any, request: Any, queryset: Any) -> Any:
    """Django's action, which asks first, with who else is at what it would delete."""
    things = with_what_goes(queryset)
    if "post" in request.POST and has_changed(request, things):
        desk.message_user(request, CHANGED, messages.WARNING)
        request.POST = request.POST.copy()
        request.POST.pop("post", None)
    response = stock_delete_selected(desk, request, queryset)
    if response is not None:
        response.context_data |= told(request, things)
    return response
