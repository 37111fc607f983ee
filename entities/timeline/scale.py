"""How closely a reader looks at the band: all of it, a decade or a year; and the links that lead nearer, further and along."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.db import models
from django.http import QueryDict
from django.urls import reverse

from entities.band.happenings import Happening
from entities.band.timescale import Window
from entities.timeline.fields import Year
from entities.timeline.zoom import busiest, neighbours, window_at


class Scale(models.TextChoices):
    ALL = "all", "all"
    DECADE = "decade", "a decade"
    YEAR = "year", "a year"


class TimelineScale(forms.Form):
    scale = forms.ChoiceField(
        choices=Scale.choices,
        required=False,
        error_messages={"invalid_choice": "The scale is all, decade or year, and not “%(value)s”."},
    )
    at = Year()

    def clean(self) -> dict:
        if "scale" in self.cleaned_data and self.cleaned_data.get("at") and not self.is_close:
            raise forms.ValidationError("To look at one year or decade, say which scale: decade or year.")
        return self.cleaned_data

    @property
    def is_close(self) -> bool:
        return self.cleaned_data["scale"] in (Scale.DECADE, Scale.YEAR)

    def window(self, happenings: Sequence[Happening]) -> Window | None:
        """None is for all of it. Without a year it is where most is to be seen."""
        if not self.is_close:
            return None
        scale, at = self.cleaned_data["scale"], self.cleaned_data["at"]
        return window_at(scale, at) if at else busiest(scale, happenings)


@dataclass(frozen=True, slots=True)
class Link:
    words: str
    url: str
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class ScaleLinks:
    scales: Sequence[Link]
    before: Link | None
    after: Link | None


def scale_links(
    scale: TimelineScale, query: QueryDict, window: Window | None, happenings: Sequence[Happening]
) -> ScaleLinks:
    """`query` is kept but for what the links change. Each scale leads to where most is to be seen of what is seen now."""
    chosen = scale.cleaned_data["scale"] or Scale.ALL
    links = [Link("All", address(query), chosen == Scale.ALL)]
    for other, words in (("decade", "A decade"), ("year", "A year")):
        there = window if chosen == other else busiest(other, happenings, within=window)
        if there:
            links.append(Link(words, address(query, other, there), chosen == other))
    if window is None:
        return ScaleLinks(links, None, None)
    around = neighbours(chosen, happenings, window)
    return ScaleLinks(links, *(one and Link(one.words, address(query, chosen, one)) for one in around))


def address(query: QueryDict, scale: str = "", window: Window | None = None) -> str:
    there = kept(query)
    if window:
        there["scale"], there["at"] = scale, str(window.first.year)
    return f"{reverse('timeline')}{'?' if there else ''}{there.urlencode()}#the_band"


def kept(query: QueryDict) -> QueryDict:
    """What was asked for but for the page and the scale."""
    there = query.copy()
    for name in ("page", "scale", "at"):
        there.pop(name, None)
    return there
