"""History and restoring: each save at the desk is kept, with tags and the rows below, and can be gone back to."""

from contextlib import contextmanager

import reversion
from django.contrib.admin.utils import unquote
from django.db import transaction
from django.db.models import Model
from django.dispatch import receiver
from django.http import Http404
from django.shortcuts import get_object_or_404
from reversion.admin import VersionAdmin
from reversion.models import Revision, Version
from reversion.revisions import _follow_relations_recursive
from reversion.signals import post_revision_commit
from taggit.models import Tag, TaggedItem

from articles.admin.history.going_back import changes, rows_of
from articles.admin.history.mending import mend
from articles.admin.standing import moment
from articles.models import TagSynonym

READS = {"GET", "HEAD", "OPTIONS", "TRACE"}
THINGS: set[type[Model]] = set()
CALLED_BY: dict[type[Model], str] = {}
BEFORE = "As it was before its first change at the desk."


def keep_history(model: type[Model], *follow: str, exclude: tuple[str, ...] = ()) -> None:
    """`follow` leads to the rows that are kept, and restored, together with the thing."""
    THINGS.add(model)
    reversion.register(model, follow=follow, exclude=exclude)


def keep_rows(model: type[Model], *follow: str, called_by: str = "") -> None:
    """Rows have no history but that of the thing that they belong to; `called_by` leads to what they have their name from."""
    if called_by:
        CALLED_BY[model] = called_by
    reversion.register(model, follow=follow)


@receiver(post_revision_commit, dispatch_uid="articles.keep_things_apart")
def keep_things_apart(revision: Revision, versions: list[Version], **kwargs) -> None:
    """Several things saved at once have a revision each, or going back with one would take back the others."""
    for thing in [version for version in versions if version._model in THINGS][1:]:
        fields = {"date_created": revision.date_created, "user": revision.user, "comment": revision.comment}
        rows = {(type(row), str(row.pk)) for row in _follow_relations_recursive(thing.object)}
        own = [version.pk for version in versions if (version._model, version.object_id) in rows]
        Version.objects.filter(pk__in=own).update(revision=Revision.objects.create(**fields))


def keep_first_version(*things: Model) -> None:
    """What came into the database by another door is kept as it is before its first change here."""
    for thing in things:
        if not Version.objects.get_for_object(thing).exists():
            with reversion.create_revision():
                reversion.set_comment(BEFORE)
                reversion.add_to_revision(thing)


class HistoryAdmin(VersionAdmin):
    history_latest_first = True

    @contextmanager
    def create_revision(self, request):
        if request.method in READS:
            yield  # a revision takes the write lock, which reading must not
        else:
            with super().create_revision(request):
                yield

    def change_view(self, request, object_id, form_url="", extra_context=None):
        thing = self.get_object(request, unquote(object_id)) if request.method == "POST" else None
        if thing and self.has_change_permission(request, thing):
            keep_first_version(thing)
        return super().change_view(request, object_id, form_url, extra_context)

    def revision_view(self, request, object_id, version_id, extra_context=None):
        """The old version in the form, over what is stored now; kept on the request, for the revert hides it."""
        version = self.version_of_it(version_id, object_id=unquote(object_id))
        saved = moment(version.revision.date_created)
        title = {"title": f"“{version.object_repr}” as it was saved on {saved}"}
        with transaction.atomic():
            request.stored_before = (
                self.model._default_manager.select_for_update(no_key=True)
                .filter(pk=unquote(object_id))
                .order_by("pk")
                .first()
            )
            if request.stored_before is None:
                raise Http404
            if request.method == "POST":
                keep_first_version(request.stored_before)
            request.rows_before = rows_of(request.stored_before)
            return super().revision_view(request, object_id, version_id, {**title, **(extra_context or {})})

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if is_restoring(request):
            back = self.model._default_manager.get(pk=unquote(object_id))
            mend(back)
            if request.stored_before:
                going_back = changes(request.rows_before, rows_of(back))
                extra_context = {**(extra_context or {}), "going_back": going_back}
        return super().changeform_view(request, object_id, form_url, extra_context)

    def recover_view(self, request, version_id, extra_context=None):
        version = self.version_of_it(version_id)
        request.stored_before = None
        title = {"title": f"“{version.object_repr}”, which was deleted"}
        return super().recover_view(request, version_id, {**title, **(extra_context or {})})

    def recoverlist_view(self, request, extra_context=None):
        title = {"title": f"Deleted {self.opts.verbose_name_plural}"}
        return super().recoverlist_view(request, {**title, **(extra_context or {})})

    def version_of_it(self, version_id, **of) -> Version:
        """Or who may change articles could take back entities: reversion asks only for the number."""
        versions = Version.objects.get_for_model(self.model).select_related("revision")
        return get_object_or_404(versions, pk=version_id, **of)

    def delete_model(self, request, obj):
        keep_first_version(obj)
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        keep_first_version(*queryset)
        super().delete_queryset(request, queryset)


def is_restoring(request) -> bool:
    return hasattr(request, "stored_before")


keep_history(Tag, "synonyms")
keep_rows(TagSynonym)
keep_rows(TaggedItem, called_by="tag")
