"""What every form of the desk has in common: it is locked, addressed, kept in history, and searched within reason."""

from collections.abc import Iterator

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import TextField, URLField
from taggit.managers import TaggableManager

from articles.admin.addressed import AddressedAdmin, AddressedForm
from articles.admin.fields.choosing import ChoosingAdmin
from articles.admin.fields.line import LinesAdmin
from articles.admin.fields.prose import ProseField
from articles.admin.fields.tag_names import TagNames, TagNamesField
from articles.admin.history.kept import HistoryAdmin
from articles.admin.scratch.offered import ScratchAdmin, ScratchForm
from articles.admin.together.versioned import VersionedAdmin, VersionedForm
from articles.steps import Step

MOST_WORDS = 12  # each word is a condition of its own: hundreds are more than SQLite can parse


class OddlyAsked(ChangeList):
    """A number that no database counts to is a filter that finds nothing; Django asks the database for it, and falls over."""

    def get_results(self, request):
        try:
            super().get_results(request)
        except OverflowError as odd:
            raise IncorrectLookupParameters from odd


class Searched(admin.ModelAdmin):
    def get_changelist(self, request, **kwargs):
        return OddlyAsked

    def get_search_results(self, request, queryset, search_term):
        words = search_term.replace("\0", "").split()[:MOST_WORDS]
        found, has_twice = super().get_search_results(request, queryset, " ".join(words))
        if has_twice:
            # each once, without what the list counts beside it: that is counted for what is shown
            found = queryset.filter(pk__in=found.order_by().values("pk"))
        return found, False


class DeskForm(ScratchForm, VersionedForm, AddressedForm):
    pass


class DeskAdmin(
    ScratchAdmin, VersionedAdmin, AddressedAdmin, ChoosingAdmin, LinesAdmin, Searched, HistoryAdmin
):
    form = DeskForm
    formfield_overrides = {
        TextField: {"form_class": ProseField, "widget": AdminTextareaWidget},
        URLField: {"assume_scheme": "https"},
        TaggableManager: {
            "form_class": TagNamesField,
            "widget": TagNames,
            "help_text": "One on each line. New ones are made; a synonym becomes its tag.",
        },
    }
    list_per_page = 50

    def followed(self) -> Iterator[Step]:
        """What follows of a change to much, and takes long."""
        return iter(())

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(field, TagNamesField):
            field.may_make_tags = request.user.has_perm("taggit.add_tag")
        return field
