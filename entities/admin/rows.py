"""Rows below a form: their choices are fetched together, and what another person deleted meanwhile is not lost."""

import re
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.admin.widgets import AutocompleteSelect
from django.forms.models import BaseInlineFormSet


class AutocompleteTogether(AutocompleteSelect):
    """`wanted` and `known` are shared by the copies of this widget in all rows, so that one query answers for all."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wanted: set[str] = set()
        self.known: dict[str, Any] = {}

    def optgroups(self, name: str, value: list[str], attrs: Any = None) -> list[Any]:
        self.fetch(value)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        for chosen in value:
            if chosen in self.known:
                label = self.choices.field.label_from_instance(self.known[chosen])
                options.append(self.create_option(name, chosen, label, True, len(options)))
        return [(None, options, 0)]

    def fetch(self, value: list[str]) -> None:
        missing = {pk for pk in {*self.wanted, *value} - self.known.keys() if pk.isascii() and pk.isdigit()}
        self.wanted.clear()
        if missing:
            self.known |= {str(thing.pk): thing for thing in self.choices.queryset.filter(pk__in=missing)}


class Rows(BaseInlineFormSet):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound:
            pk = self.model._meta.pk.name
            there = {str(row.pk) for row in self.get_queryset()}
            self.data = with_gone_rows_as_new(self.data, self.prefix, pk, there)

    def _construct_form(self, i: int, **kwargs: Any) -> forms.ModelForm:
        form = super()._construct_form(i, **kwargs)
        for name, field in form.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, AutocompleteTogether):
                widget.wanted.add(str(form[name].value() or ""))
        return form


def with_gone_rows_as_new(data: Any, prefix: str, pk: str, there: set[str]) -> Any:
    """Rows that were in the page when it was opened, and that somebody deleted since, numbered as if they were added."""
    of_row = re.compile(rf"{re.escape(prefix)}-(\d+)-(.+)")
    rows: dict[int, dict[str, list[str]]] = {}
    for key in data:
        if found := of_row.fullmatch(key):
            rows.setdefault(int(found[1]), {})[found[2]] = data.getlist(key)
    rows = dict(sorted(rows.items()))
    kept = [row for row in rows.values() if row.get(pk, [""])[-1] in there]
    if len(kept) == sum(1 for row in rows.values() if row.get(pk, [""])[-1]):
        return data
    others = [{**row, pk: [""]} for row in rows.values() if row not in kept]
    renumbered = data.copy()
    renumbered[f"{prefix}-INITIAL_FORMS"] = str(len(kept))
    for number, row in zip(rows, kept + others, strict=True):
        for name in {*rows[number], *row}:
            renumbered.setlist(f"{prefix}-{number}-{name}", row.get(name, []))
    return renumbered


class RowsAdmin(InlineModelAdmin):
    formset = Rows
    extra = 1

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        kwargs.setdefault("widget", AutocompleteTogether(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_formset(self, request, obj=None, **kwargs):
        """Choices that are not fields of the row's model are made for each request, as the others are."""
        formset = super().get_formset(request, obj, **kwargs)
        for name, field in self.own_choices(request).items():
            if name in formset.form.base_fields:
                formset.form.base_fields[name] = field
        return formset

    def own_choices(self, request) -> dict[str, forms.Field]:
        return {}


class RowsInline(RowsAdmin, admin.TabularInline):
    pass
