"""Entities with their spellings, facts and relations. A change of names reaches the links of all articles."""

from collections.abc import Sequence

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from reversion.models import Version

from articles.admin.desk import DeskAdmin
from articles.admin.history.kept import is_restoring, keep_history, keep_rows
from articles.admin.merging.merge import MergeAdmin
from articles.footprints import Row, foreseen
from articles.keys import key_in
from articles.models import Merger
from entities.admin.alias import AliasInline
from entities.admin.entity_form import EntityForm
from entities.admin.fact import FactInline
from entities.admin.names_foreseen import NamesForeseenAdmin
from entities.admin.relation import RelationsFromInline, RelationsToInline, relations_changed
from entities.admin.sheets import SheetAdmin
from entities.admin.similar_names import SimilarNamesAdmin
from entities.evidence.reviewing import review_articles
from entities.linking.names_changing import names_changing
from entities.linking.relinking import relinking
from entities.merging import hand_over, merge, undo
from entities.merging_traces import traces_of
from entities.models import Entity, Evidence, Fact, Mention, Relation
from entities.recording import record_about, recorded_without

keep_rows(Fact, "evidence")
keep_history(Entity, "aliases", "facts", "tagged_items", exclude=("tags",))


@admin.register(Entity)
class EntityAdmin(MergeAdmin, NamesForeseenAdmin, SimilarNamesAdmin, SheetAdmin, DeskAdmin):
    form = EntityForm
    fieldsets = [
        (
            "What it is",
            {
                "fields": [
                    "name",
                    "definite",
                    "slug",
                    "kind",
                    ("native_name", "native_language"),
                    "description",
                ],
            },
        ),
        ("About", {"fields": ["about", "website", "tags"]}),
        ("How it is shown", {"fields": ["public", "origin", "thread"]}),
    ]
    inlines = [AliasInline, FactInline, RelationsFromInline, RelationsToInline]
    list_display = ["name", "kind", "native_name", "description", "named", "public"]
    list_filter = ["kind", "public", "origin"]
    search_fields = ["name", "native_name", "slug", "aliases__text", "description"]
    merge_permission = "entities.merge_entity"
    actions = ["merge_selected", "take_away"]
    change_list_template = "admin/sheets/change_list.html"  # which has what was merged too
    sheet_columns = [
        "slug", "name", "kind", "definite", "native_name", "native_language", "description", "about", "website",
        "thread", "origin", "public", "tags",
    ]  # fmt: skip
    sheet_name = "name"
    sheet_follows = "Where a name, an address or whether it is public changes, the links of all texts that name it follow."

    def get_queryset(self, request):
        mentions = Mention.objects.live().filter(entity=OuterRef("pk")).order_by().values("entity")
        counted = Subquery(mentions.annotate(n=Count("passage", distinct=True)).values("n"))
        return super().get_queryset(request).annotate(passages_naming=Coalesce(counted, 0))

    @admin.display(description="Passages that name it")
    def named(self, entity):
        return entity.passages_naming

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["name"]}

    def view_on_site(self, entity):
        return entity.get_absolute_url() if entity.public else None

    def add_view(self, request, form_url="", extra_context=None):
        if request.method == "POST":
            self.remember_names(request)
        return self.asking_first(request, super().add_view, form_url, extra_context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        view = super().change_view
        return self.asking_first(
            request, self.renaming, unquote(object_id), view, object_id, form_url, extra_context
        )

    def revision_view(self, request, object_id, version_id, extra_context=None):
        return self.renaming(
            request, unquote(object_id), super().revision_view, object_id, version_id, extra_context
        )

    def recover_view(self, request, version_id, extra_context=None):
        pk = Version.objects.filter(pk=version_id).values_list("object_id", flat=True).first() or ""
        return self.renaming(request, pk, super().recover_view, version_id, extra_context)

    def renaming(self, request, pk: str, view, *args):
        key = key_in(pk)
        if request.method != "POST" or key is None:
            return view(request, *args)
        with names_changing(key):
            self.remember_names(request, key)
            return view(request, *args)

    def many_saving(self, pks):
        return names_changing(*pks, relinks=False)

    def many_saved(self, things):
        things.names_changed()
        record_about(*things)

    def followed(self):
        return relinking()

    def save_related(self, request, form, formsets, change):
        if change or is_restoring(request):
            self.save_rows(request, form, formsets, change)
        else:
            with names_changing(form.instance.pk):
                self.save_rows(request, form, formsets, change)

    def save_rows(self, request, form, formsets, change) -> None:
        super().save_related(request, form, formsets, change)
        Entity.objects.filter(pk=form.instance.pk).names_changed()
        if is_restoring(request):
            quoting = Evidence.objects.filter(fact__entity=form.instance, passage__isnull=False)
            review_articles(quoting.values("passage__edition__article"))
        record_about(form.instance)
        self.ask_first(request, form.instance)

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        if formset.model is Relation:
            relations_changed(formset, form.instance)

    def delete_model(self, request, obj):
        with names_changing(obj.pk), recorded_without(obj.pk):
            super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        pks = list(queryset.values_list("pk", flat=True))
        with names_changing(*pks), recorded_without(*pks):
            super().delete_queryset(request, queryset)

    def merge(self, request, gone: Sequence[Entity], heir: Entity) -> Merger:
        return merge(gone, heir, editor=request.user, relinks=False)

    def unmerge(self, request, merger: Merger) -> None:
        undo(merger, editor=request.user, relinks=False)

    def foreseen(self, gone: Sequence[Entity], heir: Entity) -> list[Row]:
        return foreseen(traces_of(gone, heir), lambda: hand_over(gone, heir))

    def gains(self, things: Sequence[Entity]) -> dict[int, str]:
        return {thing.pk: summary(thing) for thing in things}


def summary(entity: Entity) -> str:
    relations = Relation.objects.filter(Q(subject=entity) | Q(object=entity)).count()
    counts = {
        "spellings": entity.aliases.count(),
        "facts": entity.facts.count(),
        "relations": relations,
        "events": entity.events.count(),
        "mentions": entity.mentions.count(),
    }
    return (
        f"{entity.get_kind_display()}; it has " + ", ".join(f"{n} {name}" for name, n in counts.items()) + "."
    )
