"""What stands in the cells of a thing, and what a form makes of a cell: addresses for other things, lists with semicolons."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import BooleanField, ForeignKey, ManyToManyField, Model, QuerySet

from articles.fields import FuzzyDateFormField
from articles.fuzzydate import FuzzyDate

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


def with_others(things: QuerySet, names: list[str]) -> QuerySet:
    """With what the cells of these columns say of other things, in a fixed number of queries."""
    model = things.model
    ends = [name for name in names if name != "tags" and model._meta.get_field(name).is_relation]
    single = [name for name in ends if isinstance(model._meta.get_field(name), ForeignKey)]
    many = [name for name in names if name == "tags" or (name in ends and name not in single)]
    return (
        things.select_related(*single).prefetch_related(*many) if single else things.prefetch_related(*many)
    )


def sent(cell: str, field: forms.Field) -> list[str]:
    """What a browser would send for the field. Raises ValidationError for what the field could never hold."""
    if isinstance(field, forms.ModelMultipleChoiceField):
        return [key_of(slug, field) for slug in names_in(cell)]
    if isinstance(field, forms.ModelChoiceField):
        return [key_of(cell.strip(), field)] if cell.strip() else [""]
    if isinstance(field, forms.BooleanField):
        return ["on"] if is_yes(cell) else []
    if isinstance(field, forms.ChoiceField):
        return [choice(cell.strip(), field)]
    return ["\n".join(names_in(cell))] if hasattr(field, "may_make_tags") else [cell]


def key_of(slug: str, field: Any) -> str:
    found = field.queryset.filter(slug=slug).order_by().values_list("pk", flat=True).first()
    if found is None:
        name = field.queryset.model._meta.verbose_name
        raise ValidationError(f"There is no {name} “{slug[:100]}”: give the last part of its address.")
    return str(found)


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
