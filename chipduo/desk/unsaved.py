"""What somebody typed at the desk and has not saved, wherever: also into what is gone since, and into what is not yet there."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.urls import reverse

from articles.models import Scratch

SHOWN = 8
Key = tuple[type[Model], str]


@dataclass(frozen=True, slots=True)
class Unsaved:
    name: str
    told: str
    address: str
    typed_at: datetime


def unsaved_by(user: Any) -> list[Unsaved]:
    """The latest. Each address offers the words again."""
    kept = Scratch.objects.filter(person=user).order_by("-typed_at", "pk")[:SHOWN]
    typed = [(kind.model_class(), one) for one in kept if (kind := kind_of(one)).model_class()]
    things = stored((model, one.object_id) for model, one in typed if one.object_id)
    return [unsaved(model, one, things) for model, one in typed]


def kind_of(scratch: Scratch) -> ContentType:
    return ContentType.objects.get_for_id(scratch.kind_id)  # which are remembered


def stored(keys: Iterable[Key]) -> dict[Key, str]:
    pks = defaultdict(set)
    for model, pk in keys:
        pks[model].add(pk)
    return {
        (model, str(thing.pk)): str(thing)
        for model, some in pks.items()
        for thing in model._default_manager.filter(pk__in=some)
    }


def unsaved(model: type[Model], scratch: Scratch, things: dict[Key, str]) -> Unsaved:
    own = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    typed = next((words[0] for name in ("title", "name") if (words := scratch.fields.get(name))), "")
    if not scratch.object_id:
        told, address = f"a new {model._meta.verbose_name}", reverse(f"{own}_add")
    else:
        is_there = (model, scratch.object_id) in things
        told = str(model._meta.verbose_name) if is_there else f"{model._meta.verbose_name}, deleted since"
        address = reverse(f"{own}_change", args=[scratch.object_id])
    name = things.get((model, scratch.object_id)) or typed or "Without a name"
    return Unsaved(name, told, address, scratch.typed_at)
