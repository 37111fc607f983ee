"""Relations, on pages of their own and as rows of the two entities that they join."""

from collections.abc import Iterable

from django.contrib import admin
from django.db.models import F

from articles.admin.desk import Searched
from articles.admin.fields.choosing import ChoosingAdmin
from articles.admin.history.kept import HistoryAdmin, keep_history
from articles.admin.scratch.offered import ScratchAdmin, ScratchForm
from articles.admin.together.versioned import VersionedAdmin, VersionedForm
from entities.admin.claim_help import STANDING_AND_ORIGIN
from entities.admin.evidence import ClaimAdmin, EvidenceInline
from entities.admin.rows import RowForm, RowsInline
from entities.models import Entity, Relation

keep_history(Relation, "evidence")

HOW = ["since", "until", "note", "standing", "origin"]


HELP = {
    **STANDING_AND_ORIGIN,
    "subject": "Who or what is spoken of: it stands before the words of the relation.",
    "kind": "How the first stands to the second. The other way round is said by itself.",
    "object": "Who or what stands after the words of the relation.",
}


class RelationForm(ScratchForm, VersionedForm):
    class Meta:
        help_texts = HELP


class RelationRowForm(RowForm):
    class Meta:
        help_texts = HELP


class RelationEvidenceInline(EvidenceInline):
    fk_name = "relation"


@admin.register(Relation)
class RelationAdmin(ClaimAdmin, ScratchAdmin, VersionedAdmin, ChoosingAdmin, Searched, HistoryAdmin):
    form = RelationForm
    fields = [("subject", "kind", "object"), ("since", "until"), "note", ("standing", "origin")]
    autocomplete_fields = ["subject", "object"]
    inlines = [RelationEvidenceInline]
    list_display = ["__str__", "since_known", "until_known", "standing", "origin"]
    list_select_related = ["subject", "object"]
    list_filter = ["standing", "origin", "kind"]
    search_fields = ["subject__name", "object__name", "kind", "note"]

    @admin.display(description="Since")
    def since_known(self, relation):
        return relation.since.words if relation.since else None

    @admin.display(description="Until")
    def until_known(self, relation):
        return relation.until.words if relation.until else None

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        pages_changed(
            [form.initial.get("subject"), form.initial.get("object"), obj.subject_id, obj.object_id]
        )

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        pages_changed([obj.subject_id, obj.object_id])


class RelationInline(RowsInline):
    model = Relation
    form = RelationRowForm
    extra = 0
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("subject", "object")


class RelationsFromInline(RelationInline):
    fk_name = "subject"
    fields = ["kind", "object", *HOW]
    verbose_name_plural = "relations from here"


class RelationsToInline(RelationInline):
    fk_name = "object"
    fields = ["subject", "kind", *HOW]
    verbose_name_plural = "relations to here"


def pages_changed(entities: Iterable[int | None]) -> None:
    """A relation stands on the pages of both its ends: whoever has one of them open is to be told."""
    Entity.objects.filter(pk__in={pk for pk in entities if pk}).update(version=F("version") + 1)


def relations_changed(formset, page: Entity) -> None:
    """After the rows of an entity's page were saved: so do the relations' own pages, and those at the other ends."""
    changed = [
        *formset.new_objects,
        *formset.deleted_objects,
        *(relation for relation, _ in formset.changed_objects),
    ]
    Relation.objects.filter(pk__in=[relation.pk for relation in changed if relation.pk]).update(
        version=F("version") + 1
    )
    if changed:
        before = {form.initial.get(end) for form in formset.initial_forms for end in ("subject", "object")}
        ends = {end for relation in changed for end in (relation.subject_id, relation.object_id)}
        pages_changed((before | ends) - {page.pk})
