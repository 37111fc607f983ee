"""Links by an editor's decision: one occurrence is led to an entity, or kept from being a link."""

from django import forms
from django.contrib import admin

from articles.admin.desk import Searched
from articles.admin.fields.choosing import ChoosingAdmin
from articles.admin.history.kept import HistoryAdmin, keep_history
from articles.admin.scratch.offered import ScratchAdmin, ScratchForm
from articles.admin.together.versioned import VersionedAdmin, VersionedForm
from articles.models import Passage
from entities.linking.relinking import kept_up_to_date, relink_articles
from entities.models import LinkDecision

keep_history(LinkDecision)


APART = "Enough of them to tell the place from others, with the space between."


class LinkDecisionForm(ScratchForm, VersionedForm):
    # the spaces next to the words tell places apart
    prefix = forms.CharField(
        label="Words before", max_length=100, required=False, strip=False, help_text=APART
    )
    suffix = forms.CharField(
        label="Words after", max_length=100, required=False, strip=False, help_text=APART
    )

    class Meta:
        help_texts = {"article": "In this article alone; elsewhere the words link as they are found."}

    def clean(self):
        cleaned = super().clean()
        words = "".join(cleaned.get(name) or "" for name in ("prefix", "surface", "suffix"))
        editions = kept_up_to_date().filter(article=cleaned.get("article"))
        passages = Passage.objects.filter(edition__in=editions, text__contains=words)
        if words and cleaned.get("article") and not any(words in passage.text for passage in passages):
            self.add_error("surface", f"“{words}” is not in the article as readers have it, or will have it.")
        return cleaned


@admin.register(LinkDecision)
class LinkDecisionAdmin(ScratchAdmin, VersionedAdmin, ChoosingAdmin, Searched, HistoryAdmin):
    form = LinkDecisionForm
    fields = ["article", ("prefix", "surface", "suffix"), "entity"]
    autocomplete_fields = ["article", "entity"]
    list_display = ["surface", "prefix", "suffix", "article", "entity"]
    list_select_related = ["article", "entity"]
    search_fields = ["surface", "prefix", "suffix", "article__title", "entity__name"]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        relink_articles({obj.article_id, form.initial.get("article")} - {None})

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        relink_articles({obj.article_id})

    def delete_queryset(self, request, queryset):
        articles = set(queryset.values_list("article", flat=True))
        super().delete_queryset(request, queryset)
        relink_articles(articles)
