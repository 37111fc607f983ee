"""What was merged, by whom and when; and the way back, as one step."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse

from articles.admin.desk_page import desk_page
from articles.admin.merging.told import sections
from articles.admin.working import Work, answered
from articles.models import Merger

AT_ONCE = 50


class UnmergeAdmin(admin.ModelAdmin):
    """A subclass says how a merge is undone (`unmerge`, one transaction)."""

    merge_permission = ""
    change_list_template = "admin/mergeable_change_list.html"

    def unmerge(self, request, merger: Merger) -> None:
        raise NotImplementedError

    def has_merge_permission(self, request) -> bool:
        return request.user.has_perm(self.merge_permission)

    @property
    def merger_name(self) -> str:
        return f"admin:{self.opts.app_label}_{self.opts.model_name}_merger"

    def get_urls(self):
        name = self.merger_name.removeprefix("admin:")
        view = self.admin_site.admin_view
        return [
            path("mergers/", view(self.mergers_view), name=f"{name}s"),
            path("mergers/<int:pk>/", view(self.merger_view), name=name),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        mergers = f"{self.merger_name}s" if self.has_merge_permission(request) else ""
        return super().changelist_view(request, {"mergers": mergers, **(extra_context or {})})

    def mergers_view(self, request):
        found = self.mergers(request).defer("rows").select_related("editor", "undone_by")
        page = Paginator(found.newest_first(), AT_ONCE).get_page(request.GET.get("p"))
        title = f"{self.opts.verbose_name_plural.capitalize()} that were merged"
        context = {"opts": self.opts, "page": page, "merger_name": self.merger_name}
        return desk_page(request, "admin/mergers.html", title, **context)

    def merger_view(self, request, pk: int):
        merger = get_object_or_404(self.mergers(request).select_related("editor", "undone_by"), pk=pk)
        if request.method == "POST":
            return answered(request, self.unmerging(request, merger), f"Undoing the merge of {merger}")
        context = {"merger": merger, "sections": sections(merger.rows), "mergers": f"{self.merger_name}s"}
        title = f"{merger.names} merged into “{merger.heir}”"
        return desk_page(request, "admin/merger.html", title, opts=self.opts, **context)

    def mergers(self, request):
        if not self.has_merge_permission(request):
            raise PermissionDenied
        return Merger.objects.of(self.model)

    def unmerging(self, request, merger: Merger) -> Work:
        try:
            with transaction.atomic():
                self.unmerged(request, merger)
                yield from self.followed()
        except ValidationError as error:
            self.message_user(request, "Nothing was undone. " + " ".join(error.messages), messages.ERROR)
        else:
            self.message_user(request, f"The merge of {merger} is undone.", messages.SUCCESS)
        return HttpResponseRedirect(reverse(self.merger_name, args=[merger.pk]))

    def unmerged(self, request, merger: Merger) -> None:
        with self.create_revision(request):
            self.unmerge(request, merger)
            for thing in self.model._default_manager.filter(pk__in=[merger.heir_id, *merger.gone_pks]):
                self.log_change(request, thing, f"Undid the merge of {merger}.")
