"""Two people and one thing: who saves second is told, sees what the first one stored, and keeps every word of their own."""

from hashlib import sha256
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.forms.models import model_to_dict
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format

from articles.admin.meeting import Meeting, meetings, opened_version, with_both
from articles.models.versioned import Versioned

ANYWAY = "_save_anyway"
TOGETHER = "_save_both"


class VersionedForm(forms.ModelForm):
    """Knows which version its editor saw; `newer` is the one that somebody saved since."""

    request: Any = None
    newer = ""
    seen_together = None
    can_be_merged = has_rows = False
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = version_of(self.instance)

    def full_clean(self):
        if self.is_bound and self.data.get(TOGETHER):
            self.take_both()
        super().full_clean()

    def take_both(self) -> None:
        """If nobody saved since the two were shown together."""
        stored = self.stored()
        met = list(meetings(self, stored, opened_version(self)))
        if version_of(stored) == self.data[TOGETHER] and self.go_together(met):
            self.data = with_both(self, met)
            self.seen_together = version_of(stored)

    def go_together(self, met: list[Meeting]) -> bool:
        """Rows below are not merged: who saved second would write over those that the other changed."""
        return not self.has_rows and all(one.together is not None for one in met)

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk:
            self.refuse_if_saved_since()
        return cleaned

    def refuse_if_saved_since(self) -> None:
        stored = self.stored()
        seen = (self.data.get(ANYWAY), self.seen_together, self.cleaned_data.get("seen"))
        if version_of(stored) in seen:
            return
        self.newer = version_of(stored)
        met = list(meetings(self, stored, opened_version(self)))
        self.can_be_merged = bool(met) and self.go_together(met)
        self.add_error(None, told(stored, self.can_be_merged))
        for one in met:
            self[one.name].help_text = both_texts(self[one.name], one)

    def stored(self) -> Any:
        """Locked until the save is over: of two savers one waits, and then sees what the other has done."""
        before = getattr(self.request, "stored_before", None)
        return before or type(self.instance)._default_manager.select_for_update().get(pk=self.instance.pk)


class VersionedAdmin(admin.ModelAdmin):
    form = VersionedForm

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.request = request
        form.has_rows = bool(self.get_inlines(request, obj))
        return form

    def get_fieldsets(self, request, obj=None):
        (name, options), *others = super().get_fieldsets(request, obj)
        fields = [field for field in options["fields"] if field != "seen"]
        may_save = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        return [(name, {**options, "fields": [*fields, "seen"] if may_save else fields}), *others]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        before = getattr(request, "stored_before", None)
        if isinstance(before, Versioned):
            # an old version is being restored: its words come back, its number does not
            self.model._default_manager.filter(pk=before.pk).update(version=before.version)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        if change and isinstance(obj, Versioned):
            obj.claim(form.stored().version)  # which the form has compared and locked
        super().save_model(request, obj, form, change)


def version_of(thing: Any) -> str:
    """Its number, or for what has none, such as a tag, a hash of all that can be edited."""
    if isinstance(thing, Versioned):
        return str(thing.version)
    values = model_to_dict(thing, fields=[field.name for field in thing._meta.local_concrete_fields])
    return sha256(repr(sorted(values.items())).encode()).hexdigest()[:20]


def told(stored: Any, can_be_merged: bool) -> str:
    said = f"{who_saved(stored)}, after you opened it. Nothing is saved yet, and nothing of yours is lost: where your text differs, "
    if can_be_merged:
        return f"{said}both stand below it, with what they make together. Look at that, then press “Save both together”."
    return f"{said}both stand below it. Take over what you need, then press “Save mine anyway”."


def who_saved(stored: Any) -> str:
    entries = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(stored), object_id=str(stored.pk)
    )
    last = entries.select_related("user").first()
    if last is None:
        return "Somebody saved this"
    when = date_format(timezone.localtime(last.action_time), "j F Y, H:i")
    return f"{last.user.get_full_name() or last.user.get_username()} saved this on {when}"


def both_texts(field: forms.BoundField, met: Meeting) -> str:
    is_text = isinstance(field.field, forms.CharField)
    longest = max((str(text) for text in (met.mine, met.theirs)), key=len)
    context = {
        "help": field.help_text,
        "met": met,
        "is_text": is_text,
        "rows": min(20, longest.count("\n") + len(longest) // 40 + 1),
    }
    return render_to_string("admin/both_texts.html", context)
