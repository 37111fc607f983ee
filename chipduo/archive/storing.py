"""Rows put into their tables as they are, and what a table then has against them in plain words."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError, IntegrityError
from django.db.models import Model
from taggit.models import Tag, TaggedItem

from chipduo.archive import contents
from chipduo.archive.naming import Names
from chipduo.archive.refusal import ArchiveError


def store(things: Sequence[Model], where: str) -> None:
    """Moments that a table sets by itself become what the archive says they were."""
    if not things:
        return
    rows = type(things[0])._base_manager
    set_by_itself = [
        field.attname
        for field in things[0]._meta.concrete_fields
        if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)
    ]
    moments = [{name: getattr(thing, name) for name in set_by_itself} for thing in things]
    with told_plainly(where):
        rows.bulk_create(things)
        for thing, values in zip(things, moments, strict=True):
            if set_by_itself:
                rows.filter(pk=thing.pk).update(**values)


def join(thing: Model, name: str, others: Any, names: Names, where: str) -> None:
    """Tags, or others that stand in a list of their own."""
    field: Any = type(thing)._meta.get_field(name)
    try:
        keys = [names.meant(field.related_model, other) for other in others]
    except (ValueError, TypeError) as error:
        raise ArchiveError(f"{where}, {name}: {error}.") from None
    field.remote_field.through.objects.bulk_create(row(thing, field, key) for key in keys)


def row(thing: Model, field: Any, key: int) -> Model:
    if field.related_model is Tag:
        kind = ContentType.objects.get_for_model(thing)
        return TaggedItem(tag_id=key, content_type=kind, object_id=thing.pk)
    own, other = (f"{end}_id" for end in (field.m2m_field_name(), field.m2m_reverse_field_name()))
    return field.remote_field.through(**{own: thing.pk, other: key})


@contextmanager
def told_plainly(where: str) -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise ArchiveError(f"{where}: {rule_broken(str(error))}") from error
    except DatabaseError as error:
        raise ArchiveError(f"{where}: the database cannot hold this: {str(error).strip()}.") from error


def rule_broken(message: str) -> str:
    rules: list[Any] = [rule for model in contents.carried() for rule in model._meta.constraints]
    broken = next((rule for rule in rules if rule.name in message), None)
    said = str(broken.get_violation_error_message()) if broken else message.strip()
    return f"it does not fit with the other rows. {said}"
