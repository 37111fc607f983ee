"""Fields that choose other things by their names: what is sent for them, and is no key of anything, is refused and not fallen over."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import (
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    FilteredSelectMultiple,
)

from articles.keys import key_in

NOTHING = "0"  # a key that no row has


class OnlyKeys:
    """Django asks the database for whatever stands in a form that is shown again: “x” and 10**19 are errors there."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        sent = super().value_from_datadict(data, files, name)
        return [as_key(one) for one in sent] if isinstance(sent, list) else as_key(sent)

    def format_value(self, value: Any) -> list[str]:
        return [one for one in super().format_value(value) if as_key(one) == one]


class OneByName(OnlyKeys, AutocompleteSelect):
    pass


class SomeByName(OnlyKeys, AutocompleteSelectMultiple):
    pass


class SomeOfTwoLists(OnlyKeys, FilteredSelectMultiple):
    pass


class ChoosingAdmin(admin.ModelAdmin):
    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", OneByName(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", SomeByName(db_field, self.admin_site))
        elif db_field.name in self.filter_horizontal:
            kwargs.setdefault("widget", SomeOfTwoLists(db_field.verbose_name, is_stacked=False))
        return super().formfield_for_manytomany(db_field, request, **kwargs)


def as_key(sent: str | None) -> str | None:
    return sent if not sent or key_in(sent) is not None else NOTHING
