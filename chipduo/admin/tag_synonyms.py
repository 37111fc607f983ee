"""Tags under the names that people type: their synonyms as rows, and the list of tags that a field of tags asks for."""

from typing import Any

from django.db.models import Case, When
from taggit.models import Tag

from articles.admin.fields.list_of import ListOf
from articles.models import TagSynonym
from entities.admin.rows import RowsInline


class SynonymInline(RowsInline):
    """Whoever may change tags may change what they are also called."""

    model = TagSynonym
    fields = ["name"]
    verbose_name = "synonym"
    verbose_name_plural = "synonyms: who types one gets this tag"

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("taggit.view_tag")

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm("taggit.change_tag")

    has_add_permission = has_delete_permission = has_change_permission


class TagNamesView(ListOf):
    kind = Tag

    def get_queryset(self):
        """Names that begin with what was typed come first: the Enter key takes the first."""
        begins = Case(When(name__istartswith=self.term, then=0), default=1)
        return super().get_queryset().order_by(begins, "name", "pk")

    def serialize_result(self, obj, to_field_name: str) -> dict[str, Any]:
        return {**super().serialize_result(obj, to_field_name), "carriers": obj.at_the_desk}
