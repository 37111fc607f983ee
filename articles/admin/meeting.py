"""Two people who changed one thing: what each made of the version that both opened, field by field, and what both make together."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.models import model_to_dict
from reversion.models import Version
from taggit.models import Tag, TaggedItem

from articles.admin.tag_names import TagNamesField
from articles.merging_texts import merged, merged_names

MOST_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Meeting:
    """`together` is None where only a person can tell, and the value itself for what is no text."""

    name: str
    mine: Any
    theirs: Any
    together: Any = None


def opened_version(form: forms.ModelForm) -> dict[str, Any] | None:
    """The values that the form had when it was opened, if history knows them."""
    seen = form.data.get(form.add_prefix("seen"), "")
    if not (seen.isascii() and seen.isdigit()):
        return None
    history = Version.objects.get_for_object(form.instance).filter(
        serialized_data__contains=f'"version": {int(seen)}'
    )
    found = (one for one in history[:MOST_LOOKED_AT] if one.field_dict.get("version") == int(seen))
    version = next(found, None)
    return values_of(form, version) if version else None


def values_of(form: forms.ModelForm, version: Version) -> dict[str, Any]:
    stored, fields = version.field_dict, form._meta.model._meta
    values = {
        field.name: stored[field.attname]
        for field in (*fields.concrete_fields, *fields.many_to_many)
        if field.attname in stored
    }
    return {**values, "tags": tags_of(version)}


def tags_of(version: Version) -> str:
    items = version.revision.version_set.get_for_model(TaggedItem)
    of_it = [
        item.field_dict["tag_id"] for item in items if str(item.field_dict["object_id"]) == version.object_id
    ]
    return "\n".join(sorted(Tag.objects.filter(pk__in=of_it).values_list("name", flat=True)))


def meetings(form: forms.ModelForm, stored: Any, opened: dict[str, Any] | None) -> Iterator[Meeting]:
    """Of the fields that are stored otherwise than they were typed."""
    values = model_to_dict(stored)
    for name, field in form.fields.items():
        if name not in values or field.disabled or isinstance(field, forms.FileField):
            continue
        theirs, mine = plain(field, values[name]), typed(form, name)
        if theirs != mine:
            known = opened is not None and name in opened
            yield Meeting(
                name,
                mine,
                theirs,
                together(field, plain(field, opened[name]), mine, theirs) if known else None,
            )


def together(field: forms.Field, opened: Any, mine: Any, theirs: Any) -> Any:
    if mine == opened:
        return theirs
    if theirs == opened:
        return mine
    if isinstance(field, TagNamesField):
        return merged_names(opened, mine, theirs)
    is_prose = isinstance(field, forms.CharField) and isinstance(field.widget, forms.Textarea)
    return merged(opened, mine, theirs) if is_prose else None


def typed(form: forms.ModelForm, name: str) -> Any:
    field = form.fields[name]
    return plain(field, field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name)))


def plain(field: forms.Field, value: Any) -> Any:
    """A stored or a typed value in the one form in which they can be compared: text, or names in order, or a choice."""
    value = field.prepare_value(value)
    if isinstance(field, forms.BooleanField):
        return bool(value)
    if isinstance(field, forms.ModelMultipleChoiceField):
        return sorted(str(field.prepare_value(one)) for one in value or ())
    if not isinstance(value, str):
        value = field.widget.format_value(value) if isinstance(field, forms.CharField) else value
    text = "" if value is None else str(value)
    return text.replace("\r\n", "\n").strip()


def with_both(form: forms.ModelForm, met: list[Meeting]) -> Any:
    """What was typed, but where the two met, what both make together."""
    data = form.data.copy()
    for one in met:
        name, value = form.add_prefix(one.name), one.together
        data.setlist(
            name, value if isinstance(value, list) else [value] if value not in (False, None) else []
        )
    return data
