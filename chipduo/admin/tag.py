"""Tags at the desk: counted, renamed without a dead address, and merged without a loss. Taggit's own admin loses data."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import path, reverse
from taggit.models import Tag, TaggedItem

from articles.admin.desk import DeskAdmin
from articles.admin.merging.merge import MergeAdmin
from articles.footprints import Row, foreseen
from articles.models import Article, Merger, TagSynonym
from chipduo.admin.tag_form import TagForm
from chipduo.admin.tag_synonyms import SynonymInline, TagNamesView
from chipduo.tag_merging import hand_over, merge_tags, traces_of, undo
from chipduo.tagged import PUBLIC
from entities.models import Entity, Event
from entities.search.rows import tags_changing

admin.site.unregister(Tag)


@admin.register(Tag)
class TagAdmin(MergeAdmin, DeskAdmin):
    form = TagForm
    inlines = [SynonymInline]
    fields = ["name", "slug"]
    list_display = ["name", "slug", "on_public_pages", "at_the_desk"]
    search_fields = ["name", "slug", "synonyms__name"]
    ordering = ["name"]
    merge_permission = "chipduo.merge_tag"

    def get_urls(self):
        view = self.admin_site.admin_view(TagNamesView.as_view(admin_site=self.admin_site))
        return [path("names/", view, name="taggit_tag_names"), *super().get_urls()]

    def get_queryset(self, request):
        public = [public() for public in PUBLIC]
        kept = [model.objects.all() for model in (Article, Entity, Event)]
        counted = super().get_queryset(request)
        return counted.annotate(on_public_pages=carriers(public), at_the_desk=carriers(kept))

    @admin.display(description="What readers see")
    def on_public_pages(self, tag):
        return tag.on_public_pages

    @admin.display(description="Manuscripts, entities and events")
    def at_the_desk(self, tag):
        return tag.at_the_desk

    def view_on_site(self, tag):
        return reverse("tag", args=[tag.slug]) if tag.on_public_pages else None

    def delete_model(self, request, obj):
        with tags_changing([obj.pk]):
            super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        with tags_changing(queryset.values_list("pk", flat=True)):
            super().delete_queryset(request, queryset)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and "name" in form.changed_data:
            TagSynonym.objects.remember(obj, form.initial["name"])

    def merge(self, request, gone: Sequence[Tag], heir: Tag) -> Merger:
        return merge_tags(gone, heir, editor=request.user)

    def unmerge(self, request, merger: Merger) -> None:
        undo(merger, editor=request.user)

    def foreseen(self, gone: Sequence[Tag], heir: Tag) -> list[Row]:
        return foreseen(traces_of(gone, heir), lambda: hand_over(gone, heir))

    def gains(self, things: Sequence[Tag]) -> dict[int, str]:
        carriers: dict[int, set] = {thing.pk: set() for thing in things}
        for tag, *carrier in TaggedItem.objects.filter(tag__in=things).values_list(
            "tag_id", "content_type_id", "object_id"
        ):
            carriers[tag].add(tuple(carrier))
        everything = set().union(*carriers.values())
        return {
            pk: f"{len(own)} things carry it; {len(everything - own)} more will."
            for pk, own in carriers.items()
        }


def carriers(kinds: Sequence[Any]) -> Any:
    """How many of these things carry a tag, as one column."""
    total: Any = 0
    for things in kinds:
        kind = ContentType.objects.get_for_model(things.model)
        carrier = Exists(things.order_by().filter(pk=OuterRef("object_id")))
        items = TaggedItem.objects.filter(tag=OuterRef("pk"), content_type=kind)
        # each carrier is asked: as a condition, PostgreSQL would gather all that there are, for each tag anew
        counted = items.order_by().values("tag").annotate(n=Count("pk", filter=carrier)).values("n")
        total = Coalesce(Subquery(counted, output_field=IntegerField()), 0) + total
    return total
