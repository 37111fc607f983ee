"""Several things that turn out to be one: chosen in the list, or by a link; then what it would do is shown, then it is done."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html

from articles.admin.deleting.at_work import CHANGED, has_changed, told
from articles.admin.desk_page import desk_page
from articles.admin.history.kept import keep_first_version
from articles.admin.merging.told import sections
from articles.admin.merging.undo import UnmergeAdmin
from articles.admin.working import Work, answered
from articles.footprints import Row
from articles.keys import key_in
from articles.models import Merger

MOST = 20


class MergeAdmin(UnmergeAdmin):
    """A subclass says who may merge, how (`merge`, one transaction), and what comes of it (`gains`, `foreseen`)."""

    actions = ["merge_selected"]

    def merge(self, request, gone: Sequence[Any], heir: Any) -> Merger:
        raise NotImplementedError

    def gains(self, things: Sequence[Any]) -> dict[int, str]:
        raise NotImplementedError

    def foreseen(self, gone: Sequence[Any], heir: Any) -> list[Row]:
        raise NotImplementedError

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
        if heir is None:
            return self.merge_page(request, things)
        if "_merge" in request.POST:
            return answered(request, self.merging(request, things, heir), f"Merging into “{heir}”")
        return self.foreseen_page(request, heir)

    def merging(self, request, things: list[Any], heir: Any) -> Work:
        if has_changed(request, things):
            self.message_user(request, CHANGED, messages.WARNING)
            return self.foreseen_page(request, heir)
        with transaction.atomic():
            if not self.merged(request, [thing for thing in things if thing != heir], heir):
                return self.foreseen_page(request, heir)
            yield from self.followed()
        return self.back()

    def asked(self, these: str) -> list[Any]:
        pks = [pk for one in these.split(".") if (pk := key_in(one))]
        return list(self.model._default_manager.filter(pk__in=pks[:MOST]).order_by("pk"))

    def back(self):
        return HttpResponseRedirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"))

    def merged(self, request, gone: list[Any], heir: Any) -> bool:
        names = " and ".join(f"“{thing}”" for thing in gone)
        keep_first_version(*gone, heir)
        try:
            with self.create_revision(request):
                merger = self.merge(request, gone, heir)
                self.log_change(request, heir, f"Merged {names} into it.")
        except ValidationError as error:
            self.message_user(request, "Nothing was merged. " + " ".join(error.messages), messages.ERROR)
            return False
        self.message_user(request, self.said_of(merger), messages.SUCCESS)
        return True

    def said_of(self, merger: Merger) -> str:
        address = reverse(self.merger_name, args=[merger.pk])
        return format_html('Merged {}. <a href="{}">Look at it, or undo it</a>', merger, address)

    def merge_page(self, request, things: list[Any]) -> TemplateResponse:
        gains = self.gains(things)
        context = {
            "opts": self.opts,
            "choices": [(thing, gains.get(thing.pk, "")) for thing in things],
            "asked_without_answer": request.method == "POST" and "heir" not in request.POST,
        }
        title = f"Merge {len(things)} {self.opts.verbose_name_plural} into one"
        return desk_page(request, "admin/merge.html", title, **context)

    def foreseen_page(self, request, heir: Any) -> TemplateResponse:
        things = self.asked(request.GET.get("these", ""))  # afresh: they are used up by trying
        gone = [thing for thing in things if thing != heir]
        names = " and ".join(f"“{thing}”" for thing in gone)
        context = {
            **told(request, things),
            "opts": self.opts,
            "heir": heir,
            "gone": [{"thing": thing, "slug": thing.slug} for thing in gone],
            "sections": sections(self.foreseen(gone, heir)),
        }
        title = f"What merging {names} into “{heir}” would do"
        return desk_page(request, "admin/merge_foreseen.html", title, **context)
