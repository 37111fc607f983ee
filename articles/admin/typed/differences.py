"""In what words that were typed and not saved differ from what is stored, field by field."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict

from articles.admin.typed.opened import plain
from articles.comparing.diff_sentences import SentenceChange, sentence_changes

MOST_SENTENCES = 12


@dataclass(frozen=True, slots=True)
class Difference:
    label: str
    sentences: tuple[SentenceChange, ...] = ()
    is_cut: bool = False


def differences(typed: QueryDict, form: forms.ModelForm, formsets: Iterable[Any]) -> list[Difference]:
    """`form` and `formsets` are as they open on what is stored."""
    in_form = type(form)(typed, instance=form.instance, prefix=form.prefix)
    fields = [of_field(in_form, form, name) for name in in_form.changed_data if name != "seen"]
    rows = [of_rows(typed, formset) for formset in formsets]
    return [*fields, *(one for one in rows if one)]


def of_field(typed: forms.ModelForm, stored: forms.ModelForm, name: str) -> Difference:
    field = typed.fields[name]
    label = field.label or name.replace("_", " ").capitalize()
    if not isinstance(field, forms.CharField):
        return Difference(label)
    return of_texts(label, plain(field, stored[name].value()), plain(field, typed[name].data))


def of_texts(label: str, before: str, now: str) -> Difference:
    changes = tuple(one for one in sentence_changes(before, now) if one.state != "same")
    return Difference(label, changes[:MOST_SENTENCES], len(changes) > MOST_SENTENCES)


def of_rows(typed: QueryDict, formset: Any) -> Difference | None:
    copy = type(formset)(
        typed.copy(), instance=formset.instance, prefix=formset.prefix, queryset=formset.queryset
    )
    is_there = f"{formset.prefix}-TOTAL_FORMS" in typed
    label = str(formset.model._meta.verbose_name_plural).capitalize()
    return Difference(label) if is_there and copy.has_changed() else None
