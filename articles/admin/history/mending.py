"""An old version may speak of what was merged or deleted since: it is led to the heirs, or the line is left out."""

from typing import Any

from django.db import IntegrityError, connection
from django.db.models import Exists, Model, OuterRef, QuerySet
from reversion.errors import RevertError
from reversion.models import Version
from taggit.models import Tag

from articles.models import SlugRecord


def mend(thing: Model) -> None:
    """Raises RevertError when something is missing that cannot be left out."""
    if hasattr(thing, "tagged_items"):
        mend_rows(thing.tagged_items.all(), "tag", Tag)
    for field in thing._meta.local_many_to_many:
        through = field.remote_field.through
        if through._meta.auto_created:
            rows = through.objects.filter(**{field.m2m_field_name(): thing.pk})
            mend_rows(rows, field.m2m_reverse_field_name(), field.remote_field.model)
    try:
        connection.check_constraints()
    except IntegrityError as error:
        raise RevertError(
            f"This version of {thing} refers to something that is not there any more."
        ) from error


def mend_rows(rows: QuerySet, end: str, target: type[Model]) -> None:
    for row in rows.filter(~Exists(target._default_manager.filter(pk=OuterRef(f"{end}_id")))):
        heir = heir_of(target, getattr(row, f"{end}_id"))
        if heir and not rows.filter(**{end: heir}).exists():
            rows.filter(pk=row.pk).update(**{end: heir})
        else:
            rows.filter(pk=row.pk).delete()


def heir_of(model: type[Model], gone: int) -> Any:
    last = Version.objects.get_for_object_reference(model, gone).first()
    return SlugRecord.objects.holder(model, last.field_dict["slug"]) if last else None
