"""What stands in the cells of a thing, and what a form makes of a cell: addresses for other things, lists with semicolons."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import BooleanField, ForeignKey, ManyToManyField, Model, QuerySet

from articles.dates.fuzzydate import FuzzyDate
from articles.fields import FuzzyDateFormField

KEYS = ("id", "version")
YES, NO = ("yes", "true", "1", "on", "y"), ("no", "false", "0", "off", "n", "")


def cell_of(thing: Model, name: str) -> str:
    value = getattr(thing, name)
    if name == "tags":
        return listed(sorted(tag.name for tag in value.all()))
    field = thing._meta.get_field(name)
    if isinstance(field, ManyToManyField):
        return listed([other.slug for other in value.all()])
    if isinstance(field, ForeignKey):
        return value.slug if value else ""
    if isinstance(field, BooleanField):
        return YES[0] if value else NO[0]
    if isinstance(value, FuzzyDate):
        return str(FuzzyDateFormField().prepare_value(value))
    return "" if value is None else str(value)


def listed(names: list[str]) -> str:
    """A name may have a semicolon in it: then there is one on each line."""
    return ("\n" if any(";" in name for name in names) else "; ").join(names)


def names_in(cell: str) -> list[str]:
    names = re.split(r"\n" if "\n" in cell else r";", cell)
    return [name.strip() for name in names if name.strip()]


def is_of_others(model: type[Model], name: str) -> bool:
    """Whether it names other things by their addresses."""
    return name != "tags" and bool(model._meta.get_field(name).is_relation)


def is_many(model: type[Model], name: str) -> bool:
    return name == "tags" or isinstance(model._meta.get_field(name), ManyToManyField)


def with_others(things: QuerySet, names: list[str]) -> QuerySet:
    """With what the cells of these columns say of other things, in a fixed number of queries."""
    others = [name for name in names if is_many(things.model, name) or is_of_others(things.model, name)]
    return things.prefetch_related(*others)


def sent(cell: str, field: forms.Field) -> list[str]:
    """What a browser would send for the field. Raises ValidationError for what the field could never hold."""
    if isinstance(field, forms.BooleanField):
        return ["on"] if is_yes(cell) else []
    if isinstance(field, forms.ChoiceField):
        return [choice(cell.strip(), field)]
    return ["\n".join(names_in(cell))] if hasattr(field, "may_make_tags") else [cell]


def is_yes(cell: str) -> bool:
    said = cell.strip().lower()
    if said not in YES + NO:
        raise ValidationError(f"“{cell[:40]}” is neither yes nor no.")
    return said in YES


def choice(cell: str, field: Any) -> str:
    """By its value, or by the words that the form has for it."""
    choices = [(str(value), str(label)) for value, label in field.choices]
    for value, label in choices:
        if cell.lower() in (value.lower(), label.lower()):
            return value
    known = ", ".join(value for value, _ in choices if value)
    raise ValidationError(f"“{cell[:40]}” is none of these: {known}.")
