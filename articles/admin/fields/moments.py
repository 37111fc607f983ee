"""A date and a time in the editor's time zone: near enough for every clock, with names of its boxes that can be heard."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.core.exceptions import ValidationError

from articles.clock import FAR_OFF, is_near


class MomentWidget(AdminSplitDateTime):
    """The names of the stock widget are for the eye alone."""

    class Media:
        js = ["admin/js/core.js"]  # which the stock calendar needs, and only the admin's own forms load

    def __init__(self, name: str) -> None:
        super().__init__()
        for box, part in zip(self.widgets, ("date", "time"), strict=True):
            box.attrs["aria-label"] = f"{name}, {part}"


class MomentField(forms.SplitDateTimeField):
    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label=label, widget=MomentWidget(label), **kwargs)

    def clean(self, value: Any) -> datetime | None:
        moment = super().clean(value)
        if moment and not is_near(moment):
            raise ValidationError(FAR_OFF)
        return moment
