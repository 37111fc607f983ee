"""What going back to an old version will do: to the thing itself, and to each row that is kept, and goes back, with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, Model
from reversion.revisions import _follow_relations_recursive, _get_options
from taggit.models import TaggedItem

from articles.admin.typed.differences import Difference, of_texts
from articles.footprints import NOT_OURS

Rows = dict[tuple[type[Model], Any], "Row"]
KNOWN_AS = {TaggedItem: "tag"}


@dataclass(frozen=True, slots=True)
class Row:
    thing: Model
    values: dict[Field, Any]  # as stored, or the words of each where there are many


@dataclass(frozen=True, slots=True)
class Change:
    kind: str
    name: str
    does: str
    differences: tuple[Difference, ...] = ()


def rows_of(thing: Model) -> Rows:
    """As it is at this moment; `thing` comes fresh from the database."""
    return {(type(row), row.pk): Row(row, dict(values(row))) for row in _follow_relations_recursive(thing)}


def values(row: Model) -> Iterator[tuple[Field, Any]]:
    for name in _get_options(type(row)).fields:
        field = row._meta.get_field(name)
        if field.editable and not field.primary_key and name not in NOT_OURS:
            value = field.value_from_object(row)
            yield field, sorted(map(str, value)) if field.many_to_many else value


def changes(now: Rows, then: Rows) -> list[Change]:
    """What is to change first, then what goes, then what comes back."""
    both = [change(now[key], then[key]) for key in now if key in then]
    goes = [told(now[key], "goes: it was added since") for key in now if key not in then]
    comes = [told(then[key], "comes back") for key in then if key not in now]
    return [*(one for one in both if one.differences), *goes, *comes]


def change(now: Row, then: Row) -> Change:
    return told(then, "changes", tuple(differences(now, then)))


def told(row: Row, does: str, found: tuple[Difference, ...] = ()) -> Change:
    kind, thing = type(row.thing), row.thing
    name = thing.tag if isinstance(thing, TaggedItem) else thing
    return Change(str(KNOWN_AS.get(kind, kind._meta.verbose_name)), str(name), does, found)


def differences(now: Row, then: Row) -> Iterator[Difference]:
    for field, value in then.values.items():
        if now.values[field] != value:
            label = str(field.verbose_name).capitalize()
            yield of_texts(label, in_words(field, now.values[field]), in_words(field, value))


def in_words(field: Field, value: Any) -> str:
    if value in (None, "", []):
        return "nothing"
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field.is_relation:
        return str(
            field.related_model._default_manager.filter(pk=value).first() or "what is not there any more"
        )
    return str(dict(field.flatchoices).get(value, value))
