"""A table of the archive as a row that can be stored: each value is held against what its column may hold."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import FileField, ForeignKey, JSONField, Model

from articles.clock import FAR_OFF, is_near
from chipduo.archive.contents import Kind
from chipduo.archive.layout import MEDIA
from chipduo.archive.naming import Names
from chipduo.archive.refusal import ArchiveError
from chipduo.archive.rows import columns_of


def row_of(table: Any, kind: Kind, names: Names, where: str, owner: Model | None = None) -> Any:
    """Not stored. Lists that it carries and the rows below it are left to the caller."""
    if not isinstance(table, dict):
        raise ArchiveError(f"{where}: it should be a table of columns.")
    columns = {field.name: field for field in columns_of(kind)}
    if unknown := sorted(set(table) - {*columns, *kind.carries, *kind.below}):
        raise ArchiveError(f"{where}: “{unknown[0]}” is nothing that a {kind.model._meta.verbose_name} has.")
    thing = kind.model()
    if kind.owner:
        setattr(thing, kind.owner, owner)
    for name, field in columns.items():
        here = f"{where}, {name}"
        if name in table:
            setattr(thing, field.attname, read(table[name], field, thing, names, here))
        elif field.primary_key or not (field.null or field.blank or field.has_default()):
            raise ArchiveError(f"{here}: it is missing.")
    return thing


def read(value: Any, field: Any, thing: Model, names: Names, where: str) -> Any:
    try:
        if isinstance(field, ForeignKey):
            return names.meant(field.related_model, value)
        if isinstance(field, JSONField):
            return as_listed(value)
        refuse_odd(value, field)
        return field.clean(value, thing)
    except ValidationError as error:
        raise ArchiveError(f"{where}: {' '.join(error.messages)}") from None
    except (ValueError, TypeError, OverflowError) as error:
        raise ArchiveError(f"{where}: {error}.") from None


def as_listed(value: Any) -> Any:
    """What stands in these columns is lists of words, and what a claim once said by the names of its parts."""
    if isinstance(value, list) and not all(isinstance(one, str) for one in value):
        raise ValueError("it should be a list of words")
    if not isinstance(value, list | dict):
        raise ValueError("it should be a list or a table")
    return value


def refuse_odd(value: Any, field: Any) -> None:
    if isinstance(value, list | dict):
        raise ValueError("it should be one value")
    if isinstance(value, str) and "\0" in value:
        raise ValueError("it has a zero byte")
    if isinstance(value, datetime) and value.tzinfo is None:
        raise ValueError("it should say its time zone")
    if isinstance(value, datetime) and not is_near(value):
        raise ValueError(f"it is too far off for a calendar. {FAR_OFF}")
    if field.primary_key and not (type(value) is int and value > 0):
        raise ValueError("it should be a number from 1 on")
    if isinstance(field, FileField) and not MEDIA.fullmatch(f"media/{value}"):
        raise ValueError("it is no picture that this site has written")
