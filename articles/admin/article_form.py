"""The form of a manuscript: its words, its image, and from when to when readers are to see it."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime, AdminTextareaWidget
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils import timezone

from articles.admin.desk import DeskForm
from articles.admin.images import LeadImageField
from articles.admin.intentions import Intention
from articles.admin.prose import ProseField


class ArticleForm(DeskForm):
    lead_image = LeadImageField(
        required=False, help_text="At most 10 MB. It is made at most 1600 pixels wide."
    )
    note = ProseField(
        label="What changed", required=False, widget=AdminTextareaWidget({"rows": 3}),
        help_text="For readers, in the history of the article. Taken when it is published.",
    )  # fmt: skip
    is_correction = forms.BooleanField(
        label="It corrects a mistake", required=False,
        help_text="What changed says which. Readers find it among the corrections, and in their feed.",
    )  # fmt: skip
    at = forms.SplitDateTimeField(label="From", required=False, widget=AdminSplitDateTime)
    until = forms.SplitDateTimeField(label="Until", required=False, widget=AdminSplitDateTime)

    class Media:
        css = {"all": ["articles/admin/manuscript.css"]}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zone = timezone.get_current_timezone()
        if "at" in self.fields:
            self.fields["at"].help_text = f"In the time zone {zone}. Empty: at once."
            self.fields["until"].help_text = f"In the time zone {zone}. Empty: until it is withdrawn."
        if self.request is not None and self.instance.pk:
            self.initial.update(Intention.kept(self.request, self.instance.pk).as_initial())

    def clean(self):
        cleaned = super().clean()
        self.refuse_half_an_intention()
        if refusal := getattr(self.request, "refusal", None):
            self.add_refusal(refusal)
        return cleaned

    def refuse_half_an_intention(self) -> None:
        """Now, or at a time: the button that was pressed must fit what was filled in."""
        at = self.cleaned_data.get("at")
        if "_publish" in self.data and at:
            self.add_error("at", "To publish now, leave this empty. To publish then, press Schedule.")
        if "_schedule" in self.data and not at and "at" not in self.errors:
            self.add_error("at", "Say from when readers are to see it.")

    def add_refusal(self, refusal: ValidationError) -> None:
        """What publishing refused, at the fields that it speaks of."""
        by_field = (
            refusal.error_dict if hasattr(refusal, "error_dict") else {NON_FIELD_ERRORS: refusal.error_list}
        )
        for name, errors in by_field.items():
            self.add_error(name if name in self.fields else None, errors)

    @property
    def intention(self) -> Intention:
        return Intention(*(self.cleaned_data.get(name) for name in ("at", "until", "note", "is_correction")))
