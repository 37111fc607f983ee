"""Which events a reader asks for: a GET form whose every field is one rule, and whose mistakes are told, never guessed at."""

from datetime import date
from urllib.parse import urlencode

from django import forms
from django.urls import reverse
from taggit.models import Tag

from entities.models import Entity, Event, Origin, Phase, Standing

FIRST_YEAR, LAST_YEAR = 1000, 2999
WORDINGS = {
    "entity": "naming",
    "tag": "tagged",
    "phase": "of the phase",
    "standing": "marked as",
    "origin": "marked as",
    "from": "from the year",
    "to": "to the year",
}


def choices_with_all(choices) -> list[tuple[str, str]]:
    return [("", "all"), *choices.choices]


def unknown(what: str) -> dict[str, str]:
    return {"invalid_choice": f"There is no {what} called “%(value)s” on the timeline."}


class Named(forms.ModelChoiceField):
    """Chosen by slug; a slug that names nothing public is told."""

    def __init__(self, queryset, what: str) -> None:
        super().__init__(
            queryset, to_field_name="slug", required=False, empty_label="all", error_messages=unknown(what)
        )


class Marked(forms.ChoiceField):
    def __init__(self, choices, what: str) -> None:
        super().__init__(choices=choices_with_all(choices), required=False, error_messages=unknown(what))


class Year(forms.IntegerField):
    def __init__(self, **kwargs) -> None:
        odd = f"A year is a number from {FIRST_YEAR} to {LAST_YEAR}."
        messages = {"invalid": odd, "min_value": odd, "max_value": odd}
        super().__init__(
            min_value=FIRST_YEAR, max_value=LAST_YEAR, required=False, error_messages=messages, **kwargs
        )


class TimelineFilter(forms.Form):
    entity = Named(Entity.objects.none(), "entity")
    tag = Named(Tag.objects.none(), "tag")
    phase = Named(Phase.objects.none(), "phase")
    standing = Marked(Standing, "standing")
    origin = Marked(Origin, "origin")

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from"] = Year(label="from the year")
        self.fields["to"] = Year(label="to the year")
        public = Event.objects.public()
        self.fields["entity"].queryset = (
            Entity.objects.public().filter(events__in=public).distinct().only("slug", "name")
        )
        self.fields["tag"].queryset = Tag.objects.filter(event__in=public).distinct().order_by("name")
        self.fields["phase"].queryset = public.phases()

    def clean(self) -> dict:
        first, last = self.cleaned_data.get("from"), self.cleaned_data.get("to")
        if first and last and first > last:
            raise forms.ValidationError(f"{first} comes after {last}: no event can be in both.")
        return self.cleaned_data

    def events(self):
        chosen = self.cleaned_data
        events = Event.objects.public()
        for field in ("phase", "standing", "origin"):
            if chosen[field]:
                events = events.filter(**{field: chosen[field]})
        if chosen["entity"]:
            events = events.filter(entities=chosen["entity"])
        if chosen["tag"]:
            events = events.filter(tags=chosen["tag"])
        if chosen["from"] or chosen["to"]:
            first, last = chosen["from"] or FIRST_YEAR, chosen["to"] or LAST_YEAR
            events = events.possibly_between(date(first, 1, 1), date(last, 12, 31))
        return events

    @property
    def is_narrowing(self) -> bool:
        return any(self.cleaned_data.values())

    @property
    def why(self) -> list[str]:
        """What the events shown have in common, in the words of the form: "naming SMIC", "from the year 2019"."""
        said = dict(Standing.choices) | dict(Origin.choices)
        chosen = self.cleaned_data
        return [
            f"{wording} {said.get(chosen[name], chosen[name])}"
            for name, wording in WORDINGS.items()
            if chosen[name]
        ]

    @property
    def heading(self) -> str:
        return f"Timeline, the events {', '.join(self.why)}" if self.why else "Timeline"

    @property
    def query(self) -> str:
        """What was asked for and nothing else, as an address says it: "?entity=smic&from=2014", or nothing."""
        asked = urlencode([(name, self.data[name]) for name in self.fields if self.data.get(name)])
        return f"?{asked}" if asked else ""

    def get_absolute_url(self) -> str:
        return reverse("timeline") + self.query
