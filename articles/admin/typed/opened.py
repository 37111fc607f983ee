"""What a form held when it was opened: its page carries that along, or history knows it."""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from django import forms
from reversion.models import Version
from taggit.models import Tag, TaggedItem

from articles.keys import key_in

MOST_LOOKED_AT = 20
MARKED_DELETED = forms.formsets.DELETION_FIELD_NAME

Values = dict[str, Any]  # by the names of fields, as `plain` gives them; "pk" is the row's own


class CarriedField(forms.CharField):
    widget = forms.HiddenInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class OpenedForm(forms.ModelForm):
    opened = CarriedField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "opened" in self.fields and not self.is_bound:
            self.initial["opened"] = partial(carried, self)


def carried(form: forms.ModelForm) -> str:
    values = {name: plain(field, form[name].value()) for name, field in compared(form)}
    return json.dumps({**values, "pk": str(form.instance.pk or "")}, ensure_ascii=False)


def compared(form: forms.ModelForm) -> Iterator[tuple[str, forms.Field]]:
    """The fields that an editor fills in; a file is not sent again."""
    for name, field in form.fields.items():
        is_words = not (field.widget.is_hidden or field.disabled or isinstance(field, forms.FileField))
        if is_words and name != MARKED_DELETED:
            yield name, field


def read(sent: str) -> Values:
    """What `carried` wrote; of anything else, as much as can be compared."""
    try:
        values = json.loads(sent or "{}")
    except (ValueError, RecursionError):
        return {}
    return (
        {name: value for name, value in values.items() if is_plain(value)} if isinstance(values, dict) else {}
    )


def is_plain(value: Any) -> bool:
    return isinstance(value, str | bool) or (
        isinstance(value, list) and all(isinstance(one, str) for one in value)
    )


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


def values_opened(form: forms.ModelForm) -> Values:
    """Of a form that was sent; empty where nobody knows."""
    return read(form.data.get(form.add_prefix("opened"), "")) or known_from_history(form)


def known_from_history(form: forms.ModelForm) -> Values:
    seen = key_in(form.data.get(form.add_prefix("seen"), ""))
    if seen is None:
        return {}
    history = Version.objects.get_for_object(form.instance).filter(
        serialized_data__contains=f'"version": {seen}'
    )
    found = (one for one in history[:MOST_LOOKED_AT] if one.field_dict.get("version") == seen)
    version = next(found, None)
    return values_of(form, version) if version else {}


def values_of(form: forms.ModelForm, version: Version) -> Values:
    stored, fields = version.field_dict, form._meta.model._meta
    values = {
        field.name: stored[field.attname]
        for field in (*fields.concrete_fields, *fields.many_to_many)
        if field.attname in stored
    }
    values["tags"] = tags_of(version)
    return {name: plain(field, values[name]) for name, field in compared(form) if name in values}


def tags_of(version: Version) -> str:
    items = version.revision.version_set.get_for_model(TaggedItem)
    of_it = [
        item.field_dict["tag_id"] for item in items if str(item.field_dict["object_id"]) == version.object_id
    ]
    return "\n".join(sorted(Tag.objects.filter(pk__in=of_it).values_list("name", flat=True)))
