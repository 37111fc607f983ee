"""What is deleted with a thing, as people know it: without the rows that are derived, and those that only join two others."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib.admin import AdminSite
from django.db.models import CASCADE, Model
from django.utils.text import capfirst
from taggit.models import TaggedItem

from articles.admin.history.kept import THINGS


def with_what_goes(things: Iterable[Model]) -> list[Model]:
    """And what has a form of its own at the desk, and is deleted with them: the relations of an entity."""
    found = list(things)
    for model in dict.fromkeys(map(type, found)):
        chosen = [thing for thing in found if type(thing) is model]
        for link in model._meta.related_objects:
            if link.related_model in THINGS and link.on_delete is CASCADE:
                found += link.related_model._default_manager.filter(**{f"{link.field.name}__in": chosen})
    return list(dict.fromkeys(found))


def without_derived(
    site: AdminSite, deleted: list[Any], counts: dict[str, int]
) -> tuple[list[Any], dict[str, int]]:
    """Of what Django says will be deleted: lines with lists below them, each beginning with what kind of thing it is."""
    seen = seen_at(site)
    unseen = [model._meta for model in apps.get_models(include_auto_created=True) if model not in seen]
    kinds, many = (
        tuple(f"{capfirst(of.verbose_name)}: " for of in unseen),
        {of.verbose_name_plural for of in unseen},
    )
    return without(deleted, kinds), {kind: count for kind, count in counts.items() if kind not in many}


def seen_at(site: AdminSite) -> set[type[Model]]:
    """What has a form, or is a row below one; what belongs to what has one, such as its comments; and what a tag is on."""
    below: Iterable[type[Model]] = (
        inline.model for desk in site._registry.values() for inline in desk.inlines
    )
    belonging = (model for model in apps.get_models() if not model._meta.default_permissions)
    return {*site._registry, *below, *belonging, TaggedItem}


def without(lines: list[Any], kinds: tuple[str, ...]) -> list[Any]:
    kept = [without(line, kinds) if isinstance(line, list) else line for line in lines]
    return [line for line in kept if line and (isinstance(line, list) or not line.startswith(kinds))]
