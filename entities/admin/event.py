"""Events with the evidence that they rest on."""

from django.contrib import admin
from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce

from articles.admin.desk import DeskAdmin, DeskForm
from articles.admin.history.kept import keep_history
from entities.admin.claim_help import STANDING_AND_ORIGIN
from entities.admin.evidence import ClaimAdmin, EvidenceInline
from entities.admin.sheets import SheetAdmin
from entities.models import Event, Evidence
from entities.recording import record_saved
from entities.search import rows

keep_history(Event, "evidence", "tagged_items", exclude=("tags",))


class EventEvidenceInline(EvidenceInline):
    fk_name = "event"


class EventForm(DeskForm):
    class Meta:
        help_texts = {
            **STANDING_AND_ORIGIN,
            "summary": "What happened, in a sentence or two, for the timeline.",
            "phase": "The period of the timeline that it belongs to, if any.",
            "significance": "Major events are drawn largest, and first where there is little room.",
            "public": "Off: readers do not see it, whatever it rests on.",
            "entities": "Whom it concerns: it stands on their pages. If one is hidden from readers, so is the event.",
        }


@admin.register(Event)
class EventAdmin(ClaimAdmin, SheetAdmin, DeskAdmin):
    form = EventForm
    fieldsets = [
        ("What happened", {"fields": ["title", "slug", "summary", ("when", "phase", "order")]}),
        ("How it stands", {"fields": [("standing", "origin", "significance"), "public"]}),
        ("Who and what", {"fields": ["entities", "tags"]}),
    ]
    autocomplete_fields = ["entities", "phase"]
    inlines = [EventEvidenceInline]
    list_display = ["title", "when_known", "phase", "standing", "significance", "rests_on", "is_seen"]
    list_select_related = ["phase"]
    list_filter = ["standing", "origin", "significance", "public", "phase"]
    search_fields = ["title", "slug", "summary", "entities__name"]
    sheet_columns = [
        "slug", "title", "summary", "when", "phase", "order", "standing", "origin", "significance", "public",
        "entities", "tags",
    ]  # fmt: skip

    def get_queryset(self, request):
        seen = Exists(Event.objects.public().filter(pk=OuterRef("pk")))
        evidence = Evidence.objects.filter(event=OuterRef("pk")).order_by().values("event")
        counted = Coalesce(Subquery(evidence.annotate(n=Count("pk")).values("n")), 0)
        return super().get_queryset(request).annotate(seen=seen, evidence_count=counted)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        rows.renew([form.instance])

    def many_saved(self, things):
        record_saved(things)
        rows.renew(things)

    @admin.display(description="When", ordering="earliest")
    def when_known(self, event):
        return event.when.words if event.when else None

    @admin.display(description="Evidence")
    def rests_on(self, event):
        return event.evidence_count

    @admin.display(description="Readers see it", boolean=True)
    def is_seen(self, event):
        return event.seen

    def view_on_site(self, event):
        return event.get_absolute_url() if Event.objects.public().filter(pk=event.pk).exists() else None

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["title"]}
