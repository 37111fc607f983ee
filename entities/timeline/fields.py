"""Fields of the timeline's forms, each of which says in plain words what it cannot read."""

from django import forms
from django.db.models import Q, QuerySet

FIRST_YEAR, LAST_YEAR = 1000, 2999
NO_YEAR = f"A year is a number from {FIRST_YEAR} to {LAST_YEAR}."


def choices_with_all(choices) -> list[tuple[str, str]]:
    return [("", "all"), *choices.choices]


def unknown(what: str) -> dict[str, str]:
    return {"invalid_choice": f"There is no {what} called “%(value)s” on the timeline."}


def problems(*asked: forms.Form) -> list[str]:
    """All that these cannot read, in words for the reader."""
    return [message for form in asked for messages in form.errors.values() for message in messages]


class Named(forms.ModelChoiceField):
    """Chosen by slug; a slug that names nothing public is told."""

    def __init__(self, queryset, what: str) -> None:
        super().__init__(
            queryset, to_field_name="slug", required=False, empty_label="all", error_messages=unknown(what)
        )

    def offer(self, known: QuerySet, often: QuerySet, asked: str) -> None:
        """Any of these can be asked for; to choose from are those that come often, and the one that was asked for."""
        self.queryset = known
        shown = known.filter(Q(pk__in=often) | Q(slug=asked))
        self.choices = lambda: [("", self.empty_label), *((one.slug, str(one)) for one in shown)]


class Marked(forms.ChoiceField):
    def __init__(self, choices, what: str) -> None:
        super().__init__(choices=choices_with_all(choices), required=False, error_messages=unknown(what))


class Year(forms.IntegerField):
    def __init__(self, **kwargs) -> None:
        messages = dict.fromkeys(("invalid", "min_value", "max_value"), NO_YEAR)
        super().__init__(
            min_value=FIRST_YEAR, max_value=LAST_YEAR, required=False, error_messages=messages, **kwargs
        )
