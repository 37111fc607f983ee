"""Facts as rows of their entity, each with the source that it rests on."""

from typing import Any

from django import forms

from articles.models import Source
from entities.admin.rows import RowForm, RowsInline
from entities.models import Evidence, Fact


class FactForm(RowForm):
    source = forms.ModelChoiceField(Source.objects.all(), required=False)
    citation = forms.CharField(
        required=False, max_length=500, help_text="What the source says, or where in it."
    )

    class Meta:
        model = Fact
        fields = ["label", "value", "as_of", "order", "source", "citation"]
        help_texts = {
            "label": "What is told, such as Founded or Employees.",
            "value": "As readers see it, such as 1987 or about 207,000.",
            "order": "Facts with a low number stand first.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if found := self.evidence():
            self.initial |= {"source": found.source_id, "citation": found.note}

    def evidence(self) -> Evidence | None:
        """The one source that is edited here; quotes stay as they are."""
        rests_on = self.instance.evidence.all() if self.instance.pk else ()
        return next((one for one in rests_on if one.source_id), None)

    def clean_source(self) -> Source | None:
        source = self.cleaned_data["source"]
        quoted = self.instance.pk and any(one.passage_id for one in self.instance.evidence.all())
        if source is None and not quoted:
            raise forms.ValidationError("Say which source this rests on.")
        return source

    def _save_m2m(self) -> None:
        super()._save_m2m()
        source, found = self.cleaned_data["source"], self.evidence()
        if source is None:
            if found:
                found.delete()
            return
        found = found or Evidence(fact=self.instance)
        found.source, found.note = source, self.cleaned_data["citation"]
        found.save()


class FactInline(RowsInline):
    model = Fact
    form = FactForm
    fields = FactForm.Meta.fields

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("evidence")

    def own_choices(self, request):
        return {
            "source": self.formfield_for_dbfield(
                Evidence._meta.get_field("source"),
                request,
                required=False,
                help_text="Where it can be checked. A fact that rests on nothing is not shown.",
            )
        }
