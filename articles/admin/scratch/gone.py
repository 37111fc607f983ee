"""What was deleted, or merged into another, while somebody typed into it: their words are kept, and they are told what happened."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.admin.utils import quote, unquote
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from reversion.models import Version

from articles.admin.desk_page import desk_page
from articles.admin.scratch.signing_in import own_form
from articles.admin.standing import moment
from articles.admin.together.meeting import shown, typed
from articles.admin.typed.opened import compared
from articles.admin.typed.sent import as_sent, fields_of
from articles.keys import key_in
from articles.models import Merger, Scratch
from articles.models.presence import name_of

MOST_MERGERS = 500


class GoneAdmin(admin.ModelAdmin):
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except self.model.DoesNotExist:  # since a moment ago
            if object_id is None:
                raise
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """Django's answer to the address of what is not there, unless somebody's words would be lost with it."""
        own = request.user, self.model, unquote(object_id or "")
        if own_form(request):
            Scratch.objects.keep(*own, fields_of(request.POST))
        scratch = Scratch.objects.of(*own).first()
        if scratch is None:
            return super()._get_obj_does_not_exist_redirect(request, opts, object_id)
        return self.gone_page(request, scratch)

    def recover_view(self, request, version_id, extra_context=None):
        """What is there again is not written over: it is opened, and offers back what was typed."""
        pk = self.version_of_it(version_id).object_id
        with transaction.atomic():
            Version.objects.select_for_update().filter(pk=version_id).first()  # of two, one waits
            is_there = self.model._default_manager.filter(pk=pk).exists()
            if not is_there or not self.has_change_permission(request):
                return super().recover_view(request, version_id, extra_context)
        if own_form(request):
            Scratch.objects.keep(request.user, self.model, pk, fields_of(request.POST))
        self.message_user(request, "It is there again: this is how it stands now.", messages.WARNING)
        change = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(change, args=[pk]))

    def gone_page(self, request, scratch: Scratch):
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        deleted = Version.objects.get_deleted(self.model).filter(object_id=scratch.object_id).first()
        may_add, may_change = self.has_add_permission(request), self.has_change_permission(request)
        heir = heir_of(self.model, scratch.object_id)
        context = {
            "opts": self.opts,
            "told": what_happened(self.model, scratch.object_id),
            "heir": heir,
            "heir_address": reverse(f"{name}_change", args=[quote(heir.heir_id)]) if heir else "",
            "recover": reverse(f"{name}_recover", args=[deleted.pk])
            if deleted and may_add and may_change and not heir
            else "",
            "add": f"{reverse(f'{name}_add')}?gone={scratch.pk}" if may_add else "",
            "words": self.words_in(request, scratch),
        }
        title = f"This {self.opts.verbose_name} is not there any more"
        return desk_page(request, "admin/gone.html", title, status=410, **context)

    def words_in(self, request, scratch: Scratch) -> list[tuple[str, str]]:
        form = self.get_form(request)(as_sent(scratch.fields))
        values = [(name, field, typed(form, name)) for name, field in compared(form)]
        return [
            (str(field.label or name.capitalize()), shown(field, value))
            for name, field, value in values
            if value and not isinstance(value, bool)
        ]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not change and (scratch := own_of_gone(request, self.model)):
            scratch.delete()


def own_of_gone(request, model: Any) -> Scratch | None:
    """What somebody had typed into a thing that is gone, and makes a new one of."""
    pk = key_in(request.GET.get("gone", ""))
    kind = ContentType.objects.get_for_model(model)
    scratch = Scratch.objects.filter(pk=pk, person=request.user, kind=kind).exclude(object_id="").first()
    is_there = scratch and model._default_manager.filter(pk=scratch.object_id).exists()
    return None if is_there else scratch


def what_happened(model: Any, pk: str) -> str:
    if merger := heir_of(model, pk):
        who, at, did = merger.editor, merger.at, f"merged it into “{merger.heir}”"
    elif entry := deletion_of(model, pk):
        who, at, did = entry.user, entry.action_time, f"deleted “{entry.object_repr}”"
    else:
        return "Somebody deleted it."
    return f"{name_of(who) if who else 'Somebody'} {did} on {moment(at)}."


def deletion_of(model: Any, pk: str) -> LogEntry | None:
    kind = ContentType.objects.get_for_model(model)
    entries = LogEntry.objects.filter(content_type=kind, object_id=pk, action_flag=DELETION)
    return entries.select_related("user").first()


def heir_of(model: Any, pk: str) -> Merger | None:
    gone = key_in(pk)
    done = Merger.objects.of(model).filter(undone_at__isnull=True).select_related("editor")
    lately = done.defer("rows").newest_first()[:MOST_MERGERS]
    return next((one for one in lately if gone in one.gone_pks), None)
