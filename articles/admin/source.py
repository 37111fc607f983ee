from django.contrib import admin

from articles.admin.desk import DeskAdmin, DeskForm
from articles.admin.history.kept import keep_history
from articles.models import Edition, Source
from articles.signals import source_changed

keep_history(Source)


class SourceForm(DeskForm):
    class Meta:
        help_texts = {
            "kind": "How near it is to what it tells of.",
            "url": "Where readers can look it up. Empty for a copy or a digest, which is cited without a link.",
        }


@admin.register(Source)
class SourceAdmin(DeskAdmin):
    form = SourceForm
    fields = ["title", "slug", "publisher", "kind", "url", "citation", "language", ("published", "accessed")]
    list_display = ["title", "publisher", "kind", "published", "slug"]
    list_filter = ["kind"]
    search_fields = ["title", "publisher", "slug", "citation", "url"]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["publisher", "title"]}

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        source_changed.send(sender=Source, source=obj)

    def view_on_site(self, source):
        """Cited by an article that is live; the page may also be there for the claims that rest on it."""
        cited = Edition.objects.live().filter(citations__source=source).exists()
        return source.get_absolute_url() if cited else None
