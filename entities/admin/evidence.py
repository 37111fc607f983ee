"""What a claim rests on, as rows below it: words picked from a live article, or an outside source."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError

from articles.admin.history.kept import is_restoring, keep_rows
from articles.models import Article, Edition
from entities.admin.passages import LiveArticleSelect, urls_for_picking
from entities.admin.rows import RowForm, RowsAdmin
from entities.evidence.quoting import LONGEST, place_of
from entities.evidence.reviewing import review_articles
from entities.models import Evidence, EvidenceReview
from entities.recording import record_saved

keep_rows(Evidence, called_by="source")


class EvidenceForm(RowForm):
    article = forms.ModelChoiceField(Article.objects.all(), required=False)
    quote = forms.CharField(
        required=False,
        max_length=LONGEST,
        widget=AdminTextareaWidget({"rows": 4, "class": "quote"}),
        help_text="The words of the article that say so, exactly as readers have them.",
    )

    class Meta:
        model = Evidence
        fields = ["article", "quote", "source", "note"]
        help_texts = {"source": "Instead of an article: what somebody else has published."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.passage_id:
            self.initial["article"] = self.instance.passage.edition.article_id

    def clean_quote(self) -> str:
        return self.cleaned_data["quote"].replace("\r\n", "\n")

    def clean(self):
        cleaned = super().clean()
        quote, source = cleaned.get("quote"), cleaned.get("source")
        if "quote" in self.errors or "source" in self.errors or "article" in self.errors:
            return cleaned
        if bool(quote) == bool(source):
            raise ValidationError("Give either the words of an article or an outside source: one of the two.")
        if source:
            self.instance.passage = None
        elif not self.is_as_stored(quote, cleaned.get("article")):
            self.find(quote, cleaned.get("article"))
        return cleaned

    def is_as_stored(self, quote: str, article: Article | None) -> bool:
        """Words that were found once keep their place, in whichever edition that is."""
        stored = self.instance.passage
        return (
            bool(stored)
            and quote == self.initial.get("quote", "").strip()
            and article == stored.edition.article
        )

    def find(self, quote: str, article: Article | None) -> None:
        live = Edition.objects.live()
        try:
            found = place_of(quote, live.filter(article=article) if article else live)
            self.instance.passage, self.cleaned_data["quote"] = found
        except ValidationError as error:
            self.add_error("quote", error)


class EvidenceInline(RowsAdmin, admin.StackedInline):
    model = Evidence
    form = EvidenceForm
    fields = [*EvidenceForm.Meta.fields, "fares"]
    readonly_fields = ["fares"]
    verbose_name_plural = "evidence: the words of an article, or an outside source"

    class Media:
        css = {"all": ["entities/admin/passage_picker.css"]}
        js = ["entities/admin/passage_picker.js"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("passage__edition__article", "source")
        return rows.prefetch_related("reviews__edition")

    def own_choices(self, request):
        field = Edition._meta.get_field("article")
        widget = LiveArticleSelect(field, self.admin_site)
        told = "An article that readers can read now."
        return {
            "article": self.formfield_for_foreignkey(
                field, request, required=False, widget=widget, help_text=told
            )
        }

    @admin.display(description="In later editions")
    def fares(self, evidence):
        """How the words fare in the editions after the one they were taken from."""
        if evidence.pk is None or not evidence.passage_id:
            return "–"
        latest = max(evidence.reviews.all(), key=lambda one: one.edition.number, default=None)
        return told(latest) if latest else f"Taken from edition {evidence.passage.edition.number}."


class ClaimAdmin(admin.ModelAdmin):
    """An event or a relation with its evidence."""

    def get_urls(self):
        return [*urls_for_picking(self), *super().get_urls()]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if is_restoring(request) or any(formset.has_changed() for formset in formsets):
            quoting = form.instance.evidence.filter(passage__isnull=False)
            review_articles(quoting.values("passage__edition__article"))
        record_saved(self.model.objects.filter(pk=form.instance.pk))
        if not form.instance.evidence.exists():
            self.message_user(
                request, "It rests on nothing yet: readers will see it when it has evidence.", "warning"
            )


def told(latest: EvidenceReview) -> str:
    if latest.state == EvidenceReview.State.REWORDED:
        return f"Reworded in edition {latest.edition.number}: “{latest.proposal}”"
    said = {"intact": "Stands unchanged", "removed": "Removed"}[latest.state]
    return f"{said} in edition {latest.edition.number}."
