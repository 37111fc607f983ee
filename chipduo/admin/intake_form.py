"""The form of both steps of an import: at first with a file, and then with the text that waited in the page."""

from pathlib import Path
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from articles.importing import docx
from articles.importing.files import read_bytes
from articles.importing.formats import ENDINGS
from articles.importing.refusal import DocumentError
from articles.markdown.guards import LONGEST_SOURCE
from articles.models import Source
from chipduo.intake.document import Intake


class IntakeForm(forms.Form):
    file = forms.FileField(required=False, allow_empty_file=True)
    series = forms.BooleanField(required=False)
    name = forms.CharField(required=False, max_length=300)
    text = forms.CharField(required=False, strip=False, max_length=LONGEST_SOURCE)
    source = forms.CharField(required=False, max_length=500)

    def clean_source(self) -> Source | None:
        """By its address, or the last part of it."""
        slug = self.cleaned_data["source"].rstrip("/").rpartition("/")[2]
        if slug and not (found := Source.objects.filter(slug=slug).first()):
            raise ValidationError(
                f"There is no source “{slug}”: give its address or the last part of it, or leave it empty."
            )
        return found if slug else None

    def clean(self) -> dict[str, Any]:
        """Also `intake` and `remarks`, if there is a document that can be read."""
        cleaned = super().clean() or {}
        try:
            intake = self.taken_in()
            cleaned["remarks"] = intake.read()[2]
        except DocumentError as error:
            raise ValidationError(str(error)) from error
        cleaned["intake"] = intake
        return cleaned

    def taken_in(self) -> Intake:
        upload, series = self.cleaned_data.get("file"), self.cleaned_data.get("series", False)
        if upload:
            if Path(upload.name).suffix.lower() not in ENDINGS:
                raise DocumentError(f"The name of the file should end in one of: {', '.join(ENDINGS)}.")
            return Intake(upload.name, read_bytes(upload.name, upload.read(docx.LARGEST + 1)), series)
        text = self.cleaned_data.get("text", "").replace("\r\n", "\n")
        if not text.strip():
            raise DocumentError("Choose a file with a text in it.")
        return Intake(self.cleaned_data.get("name", ""), text, series)
