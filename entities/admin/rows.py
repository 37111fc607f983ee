"""Rows below a form: their choices are fetched together, and what others did to them meanwhile is not lost."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Model, UniqueConstraint
from django.forms.models import BaseInlineFormSet

from articles.admin.fields.line import LinesAdmin
from articles.admin.together.meeting import ANYWAY, TOGETHER
from articles.admin.together.versioned import version_of
from articles.admin.typed.opened import OpenedForm
from articles.keys import key_in
from entities.admin.rows_meeting import RowMeeting, RowsMeeting
from entities.admin.rows_sent import first_of, rows_in, with_rows


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
        missing = {pk for one in {*self.wanted, *value} - self.known.keys() if (pk := key_in(one))}
        self.wanted.clear()
        if missing:
            self.known |= {str(thing.pk): thing for thing in self.choices.queryset.filter(pk__in=missing)}


class RowForm(OpenedForm):
    """A row that carries what it was when its page was opened."""


class Rows(BaseInlineFormSet):
    unsettled = False
    told: Sequence[RowMeeting] = ()
    added: Sequence[Model] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound:
            self.meet()

    def meet(self) -> None:
        """With what others did to the rows since: together where that is settled; else told, and all stays as it was sent."""
        sent = rows_in(self.data, self.prefix)
        if not sent and self.data.get(f"{self.prefix}-INITIAL_FORMS") != "0":
            return  # rows that may only be looked at are not sent
        meeting = RowsMeeting(self, sent)
        self.told, anyway = meeting.told if self.instance.pk else (), ANYWAY in self.data
        self.added = meeting.added
        shown = {self.data.get(name) for name in (TOGETHER, ANYWAY, "seen")}
        if self.told and version_of(self.instance) in shown:
            self.unsettled = meeting.unsettled(anyway=anyway)
            if not self.unsettled:
                meeting.come_together(anyway=anyway)
        stored, new = meeting.split()
        self.data = with_rows(self.data, self.prefix, stored, new)  # whatever counts were sent with them
        self._queryset = [
            meeting.stored[first_of(row, meeting.pk)] for row in stored
        ]  # which the page is made of

    def clean(self) -> None:
        super().clean()
        if self.unsettled:
            raise forms.ValidationError(
                "Somebody else changed these rows too. Say above, for each, which is to stay. Nothing is saved yet."
            )
        for constraint in self.model._meta.constraints:
            if isinstance(constraint, UniqueConstraint):
                self.refuse_twins(constraint.fields)

    def refuse_twins(self, names: Sequence[str]) -> None:
        """Django holds a row against the others that were sent where nothing of it is empty, and not against those that
        somebody added since.
        """
        added, sent = {said(row, names) for row in self.added}, set()
        for form in self.forms:
            if not form.is_valid() or not form.has_changed() or form in self.deleted_forms:
                continue
            mine = said(form.instance, names)
            if mine in added:
                told = f"Somebody else added “{form.instance}” since. Empty this row, or word it otherwise."
                form.add_error(None, told)
            elif mine in sent:
                form.add_error(None, "Another row says just that. Empty this one, or word it otherwise.")
            sent.add(mine)

    def _construct_form(self, i: int, **kwargs: Any) -> forms.ModelForm:
        form = super()._construct_form(i, **kwargs)
        for name, field in form.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, AutocompleteTogether):
                widget.wanted.add(str(form[name].value() or ""))
        return form


def said(row: Model, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(str(getattr(row, name)) for name in names)


class RowsAdmin(LinesAdmin, InlineModelAdmin):
    form = RowForm
    formset = Rows
    extra = 1

    def get_fields(self, request, obj=None):
        fields = [name for name in super().get_fields(request, obj) if name != "opened"]
        return [*fields, "opened"] if self.has_change_permission(request, obj) else fields

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
