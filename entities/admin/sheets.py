"""Many things changed in a spreadsheet: taken away from the list, and brought back to a page that shows each change first."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone

from articles.admin.desk_page import desk_page
from articles.admin.working import Work, answered
from articles.importing.files import text_of
from articles.importing.refusal import DocumentError
from articles.markdown.guards import LONGEST_SOURCE
from entities.sheets.applying import OtherwiseError, apply
from entities.sheets.columns import KEYS, cell_of, with_others
from entities.sheets.plan import Plan
from entities.sheets.planning import MOST_CHANGES, plan
from entities.sheets.table import MOST_ROWS, TableError, read, written


class SheetForm(forms.Form):
    """A file to look at, or the text of one that was looked at, which waits in the page itself."""

    file = forms.FileField(required=False, allow_empty_file=True)
    text = forms.CharField(required=False, strip=False, max_length=LONGEST_SOURCE, widget=forms.HiddenInput)
    digest = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        try:
            if upload := cleaned.get("file"):
                cleaned["text"] = text_of(upload.read(2 * LONGEST_SOURCE + 3), "CSV")
            cleaned["table"] = read(cleaned.get("text") or "")
        except (DocumentError, TableError) as error:
            raise forms.ValidationError(str(error)) from error
        return cleaned


class SheetAdmin(admin.ModelAdmin):
    """A subclass says which columns there are, and which of them names a thing."""

    sheet_columns: Sequence[str] = ()
    sheet_name = "title"
    sheet_follows = ""  # what else changes with them
    change_list_template = "admin/sheets/change_list.html"
    actions = ["take_away"]

    def many_saving(self, pks: Sequence[int]) -> AbstractContextManager[Any]:
        """Around the saving of many."""
        return nullcontext()

    def many_saved(self, things: QuerySet) -> None:
        """What follows from it, as from the saving of one."""

    @admin.action(description="Take the selected %(verbose_name_plural)s away as CSV", permissions=["view"])
    def take_away(self, request, queryset):
        if queryset.count() > MOST_ROWS:
            self.message_user(
                request, f"Select at most {MOST_ROWS:,}: a table has no more rows.", messages.ERROR
            )
            return None
        columns = [*KEYS, *self.sheet_columns]
        things = with_others(queryset.order_by("pk"), list(self.sheet_columns))
        rows = ([cell_of(thing, name) for name in columns] for thing in things)
        response = HttpResponse(written(columns, rows), content_type="text/csv; charset=utf-8")
        name = f"{self.opts.verbose_name_plural}-{timezone.localdate():%Y-%m-%d}.csv"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_sheet"
        return [path("sheet/", self.admin_site.admin_view(self.sheet_view), name=name), *super().get_urls()]

    def sheet_view(self, request):
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return self.sheet_page(request, SheetForm())
        form = SheetForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.sheet_page(request, form, status=400)
        return answered(
            request, self.sheet_work(request, form), self.sheet_title, "chipduo/css/desk/sheet.css"
        )

    def sheet_work(self, request, form) -> Work:
        table = form.cleaned_data["table"]
        try:
            if "_apply" not in request.POST:
                return self.sheet_page(request, form, (yield from plan(self, request, table)))
            done = yield from apply(self, request, table, form.cleaned_data["digest"])
        except OtherwiseError as otherwise:
            return self.sheet_page(request, form, otherwise.plan, otherwise=True, status=409)
        except IntegrityError:
            form.add_error(None, "Nothing was changed: somebody made one of these just now. Look again.")
            return self.sheet_page(request, form, status=409)
        except TableError as error:
            form.add_error(None, str(error))
            return self.sheet_page(request, form, status=400)
        return self.sheet_done(request, done)

    def sheet_done(self, request, done: Plan) -> HttpResponse:
        some = self.opts.verbose_name if len(done.changed) == 1 else self.opts.verbose_name_plural
        said = f"Changed {len(done.changed)} {some}, and made {len(done.new)}."
        self.message_user(request, said, messages.SUCCESS)
        return HttpResponseRedirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"))

    @property
    def sheet_title(self) -> str:
        return f"Change {self.opts.verbose_name_plural} from a CSV file"

    def sheet_page(
        self, request, form, planned: Plan | None = None, *, otherwise: bool = False, status: int = 200
    ):
        context = {
            "opts": self.opts,
            "form": form,
            "plan": planned,
            "otherwise": otherwise,
            "columns": [*KEYS, *self.sheet_columns],
            "most": MOST_CHANGES,
            "follows": self.sheet_follows,
            "text": form.cleaned_data.get("text", "") if planned else "",
        }
        return desk_page(request, "admin/sheets/sheet.html", self.sheet_title, status=status, **context)
