"""Text of one line: a name, a title. What nobody can see in it is not kept, and nothing in it looks like what it is not."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models

from articles.visible import as_seen, in_two_alphabets


class LineField(forms.CharField):
    def to_python(self, value: Any) -> str:
        return as_seen(super().to_python(value))

    def validate(self, value: str) -> None:
        super().validate(value)
        refuse_two_alphabets(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(initial, self.to_python(data))


class LinesAdmin(admin.options.BaseModelAdmin):
    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if type(db_field) is models.CharField:  # not those that are made of it, such as addresses
            kwargs.setdefault("form_class", LineField)
        return super().formfield_for_dbfield(db_field, request, **kwargs)


def refuse_two_alphabets(line: str) -> None:
    if word := in_two_alphabets(line):
        raise ValidationError(
            f"“{word}” has Latin and Cyrillic letters in one word, which look alike: type it anew."
        )
