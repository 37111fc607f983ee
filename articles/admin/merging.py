"""Several things that turn out to be one: chosen in the list, or by a link, and asked once more before it is done."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from articles.admin.history import keep_first_version

MOST = 20


class MergeAdmin(admin.ModelAdmin):
    """A subclass says who may merge, how (`merge`, one transaction), and what the heir would gain (`gains`)."""

    merge_permission = ""
    actions = ["merge_selected"]

    def merge(self, request, gone: Sequence[Any], heir: Any) -> None:
        raise NotImplementedError

    def gains(self, things: Sequence[Any]) -> dict[int, str]:
        raise NotImplementedError

    def has_merge_permission(self, request) -> bool:
        return request.user.has_perm(self.merge_permission)

    @admin.action(description="Merge selected %(verbose_name_plural)s…", permissions=["merge"])
    def merge_selected(self, request, queryset):
        if 2 <= queryset.count() <= MOST:
            return HttpResponseRedirect(self.merge_url(queryset.values_list("pk", flat=True)))
        self.message_user(request, f"Select from two to {MOST} that are one and the same.", messages.ERROR)
        return None

    def merge_url(self, pks) -> str:
        return f"{reverse(self.merge_name)}?these={'.'.join(str(pk) for pk in pks)}"

    @property
    def merge_name(self) -> str:
        return f"admin:{self.opts.app_label}_{self.opts.model_name}_merge"

    def get_urls(self):
        name = self.merge_name.removeprefix("admin:")
        return [path("merge/", self.admin_site.admin_view(self.merge_view), name=name), *super().get_urls()]

    def merge_view(self, request):
        if not self.has_merge_permission(request):
            raise PermissionDenied
        things = self.asked(request.GET.get("these", ""))
        if len(things) < 2:
            self.message_user(request, "Select at least two that are still there.", messages.ERROR)
            return self.back()
        heir = next((thing for thing in things if str(thing.pk) == request.POST.get("heir")), None)
        if heir and self.merged(request, [thing for thing in things if thing != heir], heir):
            return self.back()
        return TemplateResponse(request, "admin/merge.html", self.merge_context(request, things))

    def asked(self, these: str) -> list[Any]:
        pks = [pk for pk in these.split(".") if pk.isascii() and pk.isdigit() and len(pk) < 19]
        return list(self.model._default_manager.filter(pk__in=pks[:MOST]).order_by("pk"))

    def merged(self, request, gone: list[Any], heir: Any) -> bool:
        names = " and ".join(f"“{thing}”" for thing in gone)
        keep_first_version(*gone, heir)
        try:
            with self.create_revision(request):
                self.merge(request, gone, heir)
                self.log_change(request, heir, f"Merged {names} into it.")
        except ValidationError as error:
            self.message_user(request, "Nothing was merged. " + " ".join(error.messages), messages.ERROR)
            return False
        self.message_user(request, f"Merged {names} into “{heir}”.", messages.SUCCESS)
        return True

    def back(self):
        return HttpResponseRedirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"))

    def merge_context(self, request, things: list[Any]) -> dict[str, Any]:
        gains = self.gains(things)
        return {
            **self.admin_site.each_context(request),
            "title": f"Merge {len(things)} {self.opts.verbose_name_plural} into one",
            "opts": self.opts,
            "choices": [(thing, gains.get(thing.pk, "")) for thing in things],
            "asked_without_answer": request.method == "POST" and "heir" not in request.POST,
        }
