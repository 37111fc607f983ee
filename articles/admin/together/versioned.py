"""Two people and one thing: who saves second is told, sees what the first one stored, and keeps every word of their own."""

from hashlib import sha256
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.forms.models import model_to_dict
from django.template.loader import render_to_string

from articles.admin.standing import moment
from articles.admin.together.meeting import ANYWAY, TOGETHER, Meeting, as_typed, meetings
from articles.admin.typed.opened import OpenedForm, values_opened
from articles.models.presence import name_of
from articles.models.versioned import Versioned


class VersionedForm(OpenedForm):
    """Knows which version its editor saw; `newer` is the one that somebody saved since."""

    request: Any = None
    newer = ""
    seen_together = None
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = version_of(self.before or self.instance)

    def full_clean(self):
        if self.is_bound and self.instance.pk and {TOGETHER, ANYWAY} & set(self.data):
            self.take_both()
        super().full_clean()

    def take_both(self) -> None:
        """If nobody saved since the two were shown together, and all is said that only a person can say."""
        stored = self.stored()
        if version_of(stored) not in (self.data.get(TOGETHER), self.data.get(ANYWAY)):
            return
        settled = {one.name: one.settled(anyway=ANYWAY in self.data) for one in self.meetings_with(stored)}
        if None not in settled.values():
            self.data = self.data.copy()
            for name, value in settled.items():
                self.data.setlist(self.add_prefix(name), as_typed(value))
            self.seen_together = self.newer = version_of(stored)

    def meetings_with(self, stored: Any) -> list[Meeting]:
        return list(meetings(self, type(self)(None, instance=stored), values_opened(self)))

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk:
            self.refuse_if_saved_since()
        return cleaned

    def refuse_if_saved_since(self) -> None:
        stored = self.stored()
        if version_of(stored) in (self.seen_together, self.cleaned_data.get("seen")):
            return
        self.newer = version_of(stored)
        self.add_error(None, told(stored))
        for one in self.meetings_with(stored):
            self[one.name].help_text = both_texts(self[one.name], one)

    def stored(self) -> Any:
        """Locked until the save is over: of two savers one waits, and then sees what the other has done."""
        now = type(self.instance)._default_manager.select_for_update(no_key=True)
        return self.before or now.get(pk=self.instance.pk)

    @property
    def before(self) -> Any:
        """What is stored, while an old version is laid over it."""
        return getattr(self.request, "stored_before", None)


class VersionedAdmin(admin.ModelAdmin):
    form = VersionedForm

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.request = request
        return form

    def get_fieldsets(self, request, obj=None):
        (name, options), *others = super().get_fieldsets(request, obj)
        hidden = [name for name in ("seen", "opened") if name in self.form.declared_fields]
        fields = [field for field in options["fields"] if field not in hidden]
        shown = [*fields, *hidden] if self.may_save(request, obj) else fields
        return [(name, {**options, "fields": shown}), *others]

    def may_save(self, request, thing: Any) -> bool:
        return self.has_change_permission(request, thing) if thing else self.has_add_permission(request)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        before = getattr(request, "stored_before", None)
        if isinstance(before, Versioned):
            # an old version is being restored: its words come back, its number does not
            self.model._default_manager.filter(pk=before.pk).update(version=before.version)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, *args, **kwargs):
        form, rows = context["adminform"].form, context["inline_admin_formsets"]
        context["rows_met"] = [one for one in rows if getattr(one.formset, "told", ())]
        is_open = [one.formset.unsettled for one in context["rows_met"]]
        met = [bool(form.newer and form.non_field_errors()), *is_open]
        if any(met) and sum(met) == len(context["errors"]):  # there is no error below
            context |= {"errors": (), "told": form.non_field_errors()}
        context["newer"] = form.newer or (version_of(form.stored()) if any(is_open) else "")
        return super().render_change_form(request, context, *args, **kwargs)

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


def told(stored: Any) -> str:
    return (
        f"{who_saved(stored)}, after you opened it. Nothing is saved yet, and nothing of yours is lost:"
        " where your text differs, both stand below it, with what they make together."
        " Look at that, say which is to stay where both of you changed the same, then press “Save both together”."
    )


def who_saved(stored: Any) -> str:
    entries = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(stored), object_id=str(stored.pk)
    )
    last = entries.select_related("user").first()
    if last is None:
        return "Somebody saved this"
    return f"{name_of(last.user)} saved this on {moment(last.action_time)}"


def both_texts(field: forms.BoundField, met: Meeting) -> str:
    return render_to_string("admin/both_texts.html", {"help": field.help_text, "met": met})
