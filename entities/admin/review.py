"""What editors are asked: words behind a claim that an edition has reworded or removed."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from articles.admin.desk import Searched
from entities.models import EvidenceReview


@admin.register(EvidenceReview)
class EvidenceReviewAdmin(Searched):
    list_display = ["quote", "state", "proposal", "edition", "claim"]
    list_display_links = None
    actions = None
    list_filter = ["state"]
    search_fields = ["evidence__quote", "proposal", "edition__title"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).needing_an_editor()
        return rows.select_related(
            "edition",
            "evidence__event",
            "evidence__fact__entity",
            "evidence__relation__subject",
            "evidence__relation__object",
        )

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(ordering="evidence__quote")
    def quote(self, review):
        return review.evidence.quote

    @admin.display(description="What rests on it")
    def claim(self, review):
        claim = review.evidence.claim
        page = claim.entity if review.evidence.fact_id else claim
        address = reverse(f"admin:entities_{page._meta.model_name}_change", args=[page.pk])
        return format_html('<a href="{}">{}</a>', address, claim)
