"""Which events a reader asks for: a GET form whose every field is one rule, and whose mistakes are told, never guessed at."""

from datetime import date
from urllib.parse import urlencode

from django import forms
from django.db import models
from django.db.models import Count, Exists, OuterRef
from django.db.models.functions import Lower
from django.urls import reverse
from taggit.models import Tag

from entities.models import Entity, Event, Origin, Phase, Standing
from entities.timeline.fields import FIRST_YEAR, LAST_YEAR, Marked, Named, Year
from entities.timeline.reasons import why_in_years

MOST_OFFERED = 200  # entities, and tags: an address may name any other
WORDINGS = {
    "entity": "naming",
    "tag": "tagged",
    "phase": "of the phase",
    "standing": "marked as",
    "origin": "marked as",
    "from": "from the year",
    "to": "to the year",
}


class Certainty(models.TextChoices):
    POSSIBLE = "possible", "possibly"
    CERTAIN = "certain", "certainly"


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
        self.fields["certainty"] = Marked(Certainty, "certainty")
        self.fields["certainty"].choices = Certainty.choices
        public = Event.objects.public()
        for name, things, field in (
            ("entity", Entity.objects.only("slug", "name"), "entities"),
            ("tag", Tag.objects.order_by(Lower("name")), "tags"),
        ):
            known = things.filter(Exists(public.filter(**{field: OuterRef("pk")})))
            self.fields[name].offer(known, often(field), self.data.get(name, ""))
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
        if self.asks_for_years:
            first = date(chosen["from"] or FIRST_YEAR, 1, 1)
            last = date(chosen["to"] or LAST_YEAR, 12, 31)
            between = events.certainly_between if self.asks_for_certainty else events.possibly_between
            events = between(first, last)
        return events

    def why_matched(self, event: Event) -> str:
        """Why it is among the years asked for; empty where none are."""
        first, last = self.cleaned_data["from"], self.cleaned_data["to"]
        return why_in_years(event.when, first, last) if first or last else ""

    @property
    def is_narrowing(self) -> bool:
        return self.asks_for_certainty or any(self.cleaned_data[name] for name in WORDINGS)

    @property
    def asks_for_certainty(self) -> bool:
        return self.cleaned_data["certainty"] == Certainty.CERTAIN

    @property
    def asks_for_years(self) -> bool:
        return bool(self.cleaned_data["from"] or self.cleaned_data["to"] or self.asks_for_certainty)

    @property
    def why(self) -> list[str]:
        """What the events shown have in common, in the words of the form: "naming SMIC", "from the year 2019"."""
        said = dict(Standing.choices) | dict(Origin.choices)
        chosen = self.cleaned_data
        words = [
            f"{wording} {said.get(chosen[name], chosen[name])}"
            for name, wording in WORDINGS.items()
            if chosen[name]
        ]
        if self.asks_for_certainty:
            words.append("surely in these years" if chosen["from"] or chosen["to"] else "dated beyond doubt")
        return words

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


def often(field: str) -> models.QuerySet:
    """By primary key, what most events name in that field, whether or not readers can see it."""
    named = Event.objects.filter(**{f"{field}__isnull": False}).order_by().values(field)
    return named.annotate(times=Count("pk")).order_by("-times", field).values(field)[:MOST_OFFERED]
