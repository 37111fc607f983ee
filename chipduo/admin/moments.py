"""Moments at which staff look at the whole site: asked for in their own time zone, written into the address in UTC."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django import forms
from django.urls import register_converter, reverse
from django.utils import timezone

from articles.admin.fields.moments import MomentField
from articles.clock import FAR_OFF, is_near

WRITTEN = "%Y-%m-%dT%H:%MZ"


class Moment:
    regex = r"\d{4}-\d\d-\d\dT\d\d:\d\dZ"

    def to_python(self, value: str) -> datetime:
        """Raises ValueError, which the address then does not match, for what is no moment or far off."""
        moment = datetime.strptime(value, WRITTEN).replace(tzinfo=UTC)
        if not is_near(moment):
            raise ValueError(FAR_OFF)
        return moment

    def to_url(self, moment: datetime) -> str:
        return moment.astimezone(UTC).strftime(WRITTEN)


register_converter(Moment, "moment")


class MomentForm(forms.Form):
    at = MomentField("As it is at")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at"].help_text = f"In the time zone {timezone.get_current_timezone()}."


def page_at(moment: datetime, path: str = "/") -> str:
    """The address of a page of the site as it is at that moment; a moment inside a minute is shown at its end."""
    whole = moment.replace(second=0, microsecond=0)
    later = whole if whole == moment else whole + timedelta(minutes=1)
    return reverse("admin:site_at", args=[later]) + path.removeprefix("/")
