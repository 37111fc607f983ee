from django.contrib import admin
from django.db.models import Count

from articles.admin.desk import DeskAdmin, DeskForm
from articles.admin.history.kept import keep_history
from entities.models import Phase

keep_history(Phase)


class PhaseForm(DeskForm):
    class Meta:
        help_texts = {
            "summary": "What marks the period, above its events in the timeline.",
            "order": "Its place among the periods: 1 is the first. No two have the same.",
        }


@admin.register(Phase)
class PhaseAdmin(DeskAdmin):
    form = PhaseForm
    fields = ["title", "slug", "summary", ("order", "when")]
    list_display = ["order", "title", "when_known", "events"]
    list_display_links = ["title"]
    search_fields = ["title", "slug", "summary"]
    ordering = ["order"]  # which a count beside each would else lose

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(events_here=Count("events"))

    @admin.display(description="When")
    def when_known(self, phase):
        return phase.when.words if phase.when else None

    @admin.display(ordering="events_here")
    def events(self, phase):
        return phase.events_here

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["title"]}
