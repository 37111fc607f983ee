"""Words that are typed and not saved: kept for whoever typed them, offered back with what differs, and gone after a save."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect, JsonResponse, QueryDict
from django.template.defaultfilters import date as written
from django.urls import path, reverse
from django.utils import timezone

from articles.admin.deleting.at_work import DeletingAdmin
from articles.admin.history.kept import READS, is_restoring
from articles.admin.scratch.gone import GoneAdmin, deletion_of, heir_of, own_of_gone, what_happened
from articles.admin.scratch.signing_in import came_back, mark
from articles.admin.typed.differences import differences
from articles.admin.typed.sent import as_sent, fields_of
from articles.keys import key_in
from articles.models import Presence, PutAside, Scratch
from articles.models.presence import HEARD_OF, OPENED


class ScratchForm(forms.ModelForm):
    """Opened on words that are taken back, it holds them as if they had just been typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if not args and (taken := getattr(self.request, "taken_back", None)) is not None:
            kwargs["data"] = taken
        super().__init__(*args, **kwargs)


class ScratchAdmin(GoneAdmin, DeletingAdmin):
    def get_urls(self):
        view, name = self.admin_site.admin_view(self.scratch_view), "_".join(self.scratch_name)
        return [
            path("scratch/", view, name=f"{name}_new"),
            path("<path:object_id>/scratch/", view, name=name),
            *super().get_urls(),
        ]

    @property
    def scratch_name(self) -> tuple[str, ...]:
        return self.opts.app_label, self.opts.model_name, "scratch"

    def scratch_view(self, request, object_id=None):
        """Keeps what is typed; or only notes who is there, when nothing is; or, asked to, forgets it."""
        thing = self.writable(request, object_id)
        own = (request.user, self.model, unquote(object_id or ""))
        if request.method != "POST":
            return HttpResponseRedirect("../" + ("change/" if object_id else "add/"))
        if "_discard" in request.POST:
            Scratch.objects.of(*own).delete()
            self.message_user(request, "What you had typed is discarded.", messages.SUCCESS)
            return HttpResponseRedirect(self.form_address(thing))
        if "_there" not in request.POST:
            Scratch.objects.keep(*own, fields_of(request.POST), request.POST.get("_opening", "")[:40])
        if thing:
            Presence.objects.note(request.user, thing, HEARD_OF)
        others = Presence.objects.others_at(thing, request.user) if thing else []
        gone = what_happened(self.model, own[2]) if object_id and not thing else ""
        at = written(timezone.localtime(), "H:i:s")
        return JsonResponse({"at": at, "others": others, "gone": gone})

    def writable(self, request, object_id: str | None) -> Any:
        """None for what is not added yet, and for what somebody deleted while this person typed into it."""
        thing = self.get_object(request, unquote(object_id)) if object_id else None
        may = self.has_change_permission(request, thing) if object_id else self.has_add_permission(request)
        if not may:
            raise PermissionDenied
        if object_id and thing is None and not self.was_there(request, unquote(object_id)):
            raise Http404
        return thing

    def was_there(self, request, object_id: str) -> bool:
        return Scratch.objects.of(request.user, self.model, object_id).exists() or bool(
            deletion_of(self.model, object_id) or heir_of(self.model, object_id)
        )

    def form_address(self, thing: Any) -> str:
        opened = f"admin:{self.opts.app_label}_{self.opts.model_name}_"
        return reverse(f"{opened}change", args=[quote(thing.pk)]) if thing else reverse(f"{opened}add")

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method not in READS or is_restoring(request):
            return super().changeform_view(request, object_id, form_url, extra_context)
        request.taken_back = self.taken_back(request, unquote(object_id or ""))
        with transaction.atomic():
            return super().changeform_view(request, object_id, form_url, extra_context)

    def taken_back(self, request, object_id: str) -> QueryDict | None:
        if not object_id and (gone := own_of_gone(request, self.model)):
            return as_sent(gone.fields)
        rows = {"scratch": Scratch, "earlier": PutAside}
        for name, model in rows.items():
            if asked := request.GET.get(name, ""):
                own = model.objects.of(request.user, self.model, object_id)
                found = own.filter(pk=key_in(asked)).first()
                return as_sent(found.fields) if found else None
        return None

    def get_formset_kwargs(self, request, obj, inline, prefix):
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        taken = getattr(request, "taken_back", None)
        return {**kwargs, "data": taken.copy()} if taken is not None else kwargs

    def render_change_form(self, request, context, *args, **kwargs):
        thing = context["original"]
        may_save = self.may_save(request, thing)
        if may_save and thing and is_restoring(request):
            context["desk"] = {"typed_by": mark(request, self.model, str(thing.pk))}
        elif may_save:
            context["desk"] = self.desk_context(request, context, thing)
        return super().render_change_form(request, context, *args, **kwargs)

    def desk_context(self, request, context: dict[str, Any], thing: Any) -> dict[str, Any]:
        own = (request.user, self.model, str(thing.pk) if thing else "")
        name = "admin:" + "_".join(self.scratch_name)
        address = reverse(name, args=[quote(thing.pk)]) if thing else reverse(f"{name}_new")
        desk = {"scratch_address": address, "typed_by": mark(request, self.model, own[2])}
        desk["taken_back"] = getattr(request, "taken_back", None) is not None
        if thing:
            Presence.objects.note(request.user, thing, OPENED)
            desk["others"] = Presence.objects.others_at(thing, request.user)
        if request.method in READS and not desk["taken_back"]:
            desk["earlier"] = PutAside.objects.of(*own).order_by("-typed_at")
            desk |= self.offered(Scratch.objects.of(*own).first(), context)
        return desk

    def offered(self, scratch: Scratch | None, context: dict[str, Any]) -> dict[str, Any]:
        formsets = [one.formset for one in context["inline_admin_formsets"]]
        found = differences(as_sent(scratch.fields), context["adminform"].form, formsets) if scratch else []
        return {"scratch": scratch, "differences": found} if found else {}

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not is_restoring(request) or came_back(request):
            (Scratch.objects.saved if change else Scratch.objects.added)(request.user, form.instance)
