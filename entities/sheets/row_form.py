"""The form of a single thing as it judges one of many rows: without a question for each, and of what the row changes."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.text import capfirst

from entities.sheets.columns import is_many, is_of_others, names_in


class RowForm:
    """Before the form of the desk. `touched` are the columns that the row changes, `once` the addresses of former times."""

    once: frozenset[str] = frozenset()
    instance: Any
    cleaned_data: dict[str, Any]
    _meta: Any
    _errors: Any

    def __init__(self, *args: Any, touched: set[str], **kwargs: Any) -> None:
        self.touched = touched
        super().__init__(*args, **kwargs)

    def stored(self) -> Model:
        """Asked before the form writes to it; read, and locked, with all others."""
        return self.instance

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        return super().clean_slug() if slug in self.once else slug

    def _get_validation_exclusions(self) -> set[str]:
        """All but what is touched, and what a constraint holds together with that."""
        fields = self._meta.model._meta
        judged = self.touched.union(
            *(of for one in fields.constraints if (of := fields_of(one)) & self.touched)
        )
        untouched = {field.name for field in fields.fields} - judged
        return (super()._get_validation_exclusions() - judged) | untouched | set(self._errors)


def fields_of(constraint: Any) -> set[str]:
    condition = getattr(constraint, "condition", None)
    return {*getattr(constraint, "fields", ()), *(condition.referenced_base_fields if condition else ())}


class Other(forms.Field):
    """Another thing, by the last part of its address."""

    def __init__(self, found: dict[str, Model], kind: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.found, self.kind = found, kind

    def to_python(self, value: str) -> Any:
        return self.other(value.strip()) if value.strip() else None

    def other(self, slug: str) -> Model:
        if slug not in self.found:
            raise ValidationError(
                f"There is no {self.kind} “{slug[:100]}”: give the last part of its address."
            )
        return self.found[slug]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or "").strip() != (data or "").strip()


class Others(Other):
    def to_python(self, value: str) -> Any:
        return [self.other(slug) for slug in dict.fromkeys(names_in(value))]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return set(names_in(initial or "")) != set(names_in(data or ""))


def form_for_rows(desk: Any, request: Any, names: list[str], answers: Any, *, change: bool) -> type:
    """Of these columns. Other things and tags are fields of their own, which are written for all rows together."""
    many = {name for name in names if is_many(desk.model, name)}
    made = desk.get_form(request, None, change=change, fields=[name for name in names if name not in many])
    own: dict[str, Any] = {
        name: field_for(desk, request, name, answers.others.get(name, {}))
        for name in names
        if name in many or is_of_others(desk.model, name)
    }
    return type("OneRowForm", (RowForm, made), {**own, "once": answers.once})


def field_for(desk: Any, request: Any, name: str, found: dict[str, Model]) -> forms.Field:
    field = desk.model._meta.get_field(name)
    if name == "tags":
        return desk.formfield_for_dbfield(field, request)
    kind = Others if is_many(desk.model, name) else Other
    other = str(field.related_model._meta.verbose_name)
    return kind(found, other, required=not field.blank, label=capfirst(field.verbose_name))
