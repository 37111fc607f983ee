from django.contrib import admin
from django.db.models import Count

from articles.admin.desk import DeskAdmin
from articles.admin.history.kept import keep_history
from articles.models import Series

keep_history(Series)


@admin.register(Series)
class SeriesAdmin(DeskAdmin):
    fields = ["title", "slug", "standfirst"]
    list_display = ["title", "slug", "manuscripts"]
    search_fields = ["title", "slug"]
    ordering = ["title"]  # which a count beside each would else lose

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(manuscripts=Count("articles"))

    @admin.display(ordering="manuscripts")
    def manuscripts(self, series):
        return series.manuscripts

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["title"]}

    def view_on_site(self, series):
        return series.get_absolute_url() if Series.objects.public().filter(pk=series.pk).exists() else None
