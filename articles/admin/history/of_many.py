"""History of many things saved at once: each has a revision of its own, as if they had been saved one by one, in few queries."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.serializers import serialize
from django.db.models import Model
from django.utils import timezone
from reversion.models import Revision, Version
from reversion.revisions import _follow_relations_recursive, _get_options

from articles.admin.history.kept import BEFORE, CALLED_BY


def as_kept(model: type[Model], pks: Collection[int]) -> list[Any]:
    """With all that history keeps of them."""
    things = list(model._default_manager.filter(pk__in=pks).prefetch_related(*kept(model)).order_by("pk"))
    for thing in things:
        for item in thing.tagged_items.all():
            item.content_object = thing  # by which it is called too
    return things


def kept(model: type[Model], way: str = "") -> Iterator[str]:
    for name in _get_options(model).fields:
        if model._meta.get_field(name).many_to_many:
            yield f"{way}{name}"
    if model in CALLED_BY:
        yield f"{way}{CALLED_BY[model]}"
    for name in _get_options(model).follow:
        yield f"{way}{name}"
        yield from kept(model._meta.get_field(name).related_model, f"{way}{name}__")


def keep_versions(said: Mapping[Model, str], editor: Any) -> None:
    """Of things as `as_kept` gives them, each with what is said of the change."""
    now = timezone.now()
    made = Revision.objects.bulk_create(
        Revision(date_created=now, user=editor, comment=comment) for comment in said.values()
    )
    Version.objects.bulk_create(
        version(row, revision)
        for thing, revision in zip(said, made, strict=True)
        for row in _follow_relations_recursive(thing)
    )


def keep_first_versions(model: type[Model], pks: Collection[int]) -> None:
    known = Version.objects.get_for_model(model).filter(object_id__in=[str(pk) for pk in pks])
    without = {str(pk) for pk in pks} - set(known.values_list("object_id", flat=True))
    keep_versions(dict.fromkeys(as_kept(model, without), BEFORE), None)


def version(row: Model, revision: Revision) -> Version:
    kept_as = _get_options(type(row))
    return Version(
        revision=revision,
        object_id=str(row.pk),
        content_type=ContentType.objects.get_for_model(row),
        db=row._state.db,
        format=kept_as.format,
        serialized_data=serialize(kept_as.format, [row], fields=kept_as.fields),
        object_repr=str(row),
    )
