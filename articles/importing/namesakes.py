"""Who has an address or a numbered form of it, or had it once; and the first of these forms that is free."""

from collections.abc import Container
from itertools import chain, count
from typing import TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from articles.models import SlugRecord
from articles.models.slug_record import Addressed

Thing = TypeVar("Thing", bound=Addressed)


def namesakes(model: type[Thing], slug: str) -> list[Thing]:
    """The plain address first, then by number."""
    once = _records(model, slug).values("object_id")
    things = model._default_manager.filter(_form_of(slug) | Q(pk__in=once))
    return sorted(things, key=lambda thing: (len(thing.slug), thing.slug))


def free_slug(model: type[Thing], slug: str, claimed: Container[str] = ()) -> str:
    taken = {
        *model._default_manager.filter(_form_of(slug)).values_list("slug", flat=True),
        *_records(model, slug).values_list("slug", flat=True),
    }
    forms = chain([slug], (f"{slug}-{number}" for number in count(2)))
    return next(form for form in forms if form not in taken and form not in claimed)


def _records(model: type[Addressed], slug: str):
    return SlugRecord.objects.filter(_form_of(slug), content_type=ContentType.objects.get_for_model(model))


def _form_of(slug: str) -> Q:
    return Q(slug=slug) | (Q(slug__startswith=f"{slug}-") & Q(slug__regex=rf"^{slug}-[0-9]+$"))
