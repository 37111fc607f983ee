"""Tags at the desk: one name on each line, so that commas and spaces belong to names; picked from a list with JavaScript."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.admin import site
from django.contrib.admin.widgets import AutocompleteSelectMultiple
from django.urls import reverse
from django.utils.text import slugify
from taggit.models import Tag, TaggedItem

from articles.admin.fields.line import refuse_two_alphabets
from articles.models import TagSynonym
from articles.visible import as_seen

LONGEST = 100
MOST_TAGS = 60


class TagNames(forms.Textarea):
    """Asks for tags as the stock autocomplete does, as a field of TaggedItem, and is told how often each is carried."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 6, "class": "tag-names", **(attrs or {})})

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-tags"] = reverse("admin:taggit_tag_names")
        return context

    @property
    def media(self) -> forms.Media:
        select2 = AutocompleteSelectMultiple(TaggedItem._meta.get_field("tag"), site).media
        return forms.Media(
            css=select2._css, js=[*select2._js, "articles/admin/tag_names.js"]
        )  # in this order


class TagNamesField(forms.CharField):
    widget = TagNames
    may_make_tags = True

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else "\n".join(sorted(tag.name for tag in value or ()))

    def clean(self, value: Any) -> list[str]:
        names = unique(TagSynonym.objects.put_in(unique(super().clean(value).splitlines())))
        if len(names) > MOST_TAGS:
            raise forms.ValidationError(f"These are {len(names)} tags: {MOST_TAGS} are enough.")
        for name in names:
            refuse_odd_name(name)
            refuse_two_alphabets(name)
        if not self.may_make_tags and (
            new := [name for name in names if not Tag.objects.filter(name__iexact=name)]
        ):
            raise forms.ValidationError(f"You may not make new tags: {', '.join(new)}.")
        return names

    def has_changed(self, initial: Any, data: Any) -> bool:
        stored = initial if isinstance(initial, str) else self.prepare_value(initial)
        return {name.lower() for name in unique(stored.splitlines())} != {
            name.lower() for name in unique((data or "").splitlines())
        }


def refuse_odd_name(name: str) -> None:
    if len(name) > LONGEST:
        raise forms.ValidationError(f"“{name[:30]}…” is too long: {LONGEST} characters at most.")
    if not slugify(name, allow_unicode=True):
        raise forms.ValidationError(f"“{name}” has no letter or number from which its address could be made.")


def unique(names: Iterable[str]) -> list[str]:
    """Without blank lines and repetitions, whatever the case; the first spelling counts."""
    found: dict[str, str] = {}
    for name in names:
        if tidy := as_seen(name):
            found.setdefault(tidy.lower(), tidy)
    return list(found.values())
