"""From when to when readers are to read a manuscript, with which note, and whether it puts a mistake right."""

from dataclasses import asdict
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.utils import timezone

from articles.admin.fields.moments import MomentField
from articles.admin.fields.prose import ProseField
from articles.admin.publishing.intentions import Intention


class PublishForm(forms.Form):
    """`seen` says which words, and which of what readers read, the page was about."""

    note = ProseField(
        label="What changed", required=False, widget=AdminTextareaWidget({"rows": 3}),
        help_text="For readers, in the history of the article.",
    )  # fmt: skip
    is_correction = forms.BooleanField(
        label="It corrects a mistake", required=False,
        help_text="What changed says which. Readers find it among the corrections, and in their feed.",
    )  # fmt: skip
    at = MomentField("From", required=False)
    until = MomentField("Until", required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zone = f"In the time zone {timezone.get_current_timezone()}"
        self.fields["at"].help_text = f"{zone}. Empty: at once."
        self.fields["until"].help_text = f"{zone}. Empty: until it is withdrawn."

    def clean(self) -> dict[str, Any]:
        """Now, or at a time: the button that was pressed must fit what was filled in."""
        at = self.cleaned_data.get("at")
        if "_publish" in self.data and at:
            self.add_error("at", "To publish now, leave this empty. To publish then, press Schedule.")
        if "_schedule" in self.data and not at and "at" not in self.errors:
            self.add_error("at", "Say from when readers are to see it.")
        return self.cleaned_data

    @property
    def intention(self) -> Intention:
        """As far as it could be read."""
        return Intention(
            **{name: self.cleaned_data.get(name) or empty for name, empty in asdict(Intention()).items()}
        )
