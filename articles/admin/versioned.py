"""Two people and one thing: who saves second is told, sees what the first one stored, and keeps every word of their own."""

from hashlib import sha256
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.forms.models import model_to_dict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html

from articles.models.versioned import Versioned

ANYWAY = "_save_anyway"


class VersionedForm(forms.ModelForm):
    """Knows which version its editor saw; `newer` is the one that somebody saved since."""

    request: Any = None
    newer = ""
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = version_of(self.instance)

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk:
            self.refuse_if_saved_since()
        return cleaned

    def refuse_if_saved_since(self) -> None:
        stored = self.stored()
        if version_of(stored) in (self.data.get(ANYWAY), self.cleaned_data.get("seen")):
            return
        self.newer = version_of(stored)
        self.add_error(None, told(stored))
        for name in self.differing_from(stored):
            self[name].help_text = format_html(
                "{}{}", self[name].help_text, shown(self.text_of(stored, name))
            )

    def stored(self) -> Any:
        """Locked until the save is over: of two savers one waits, and then sees what the other has done."""
        before = getattr(self.request, "stored_before", None)
        return before or type(self.instance)._default_manager.select_for_update().get(pk=self.instance.pk)

    def differing_from(self, stored: Any) -> list[str]:
        return [name for name in self.texts() if self.text_of(stored, name) != plain(self[name].data)]

    def texts(self) -> list[str]:
        written = [
            name
            for name, field in self.fields.items()
            if isinstance(field, forms.CharField) and name != "seen"
        ]
        return [name for name in written if name in self._meta.fields]

    def text_of(self, stored: Any, name: str) -> str:
        field = self.fields[name]
        value = model_to_dict(stored, fields=[name]).get(name)
        return plain(field.widget.format_value(field.prepare_value(value)))


class VersionedAdmin(admin.ModelAdmin):
    form = VersionedForm

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.request = request
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


def told(stored: Any) -> str:
    return (
        f"{who_saved(stored)}, after you opened it. Nothing is saved yet, and nothing of yours is lost: where your text "
        "differs, theirs stands below it. Take over what you need, then press “Save mine anyway”."
    )


def who_saved(stored: Any) -> str:
    entries = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(stored), object_id=str(stored.pk)
    )
    last = entries.select_related("user").first()
    if last is None:
        return "Somebody saved this"
    when = date_format(timezone.localtime(last.action_time), "j F Y, H:i")
    return f"{last.user.get_full_name() or last.user.get_username()} saved this on {when}"


def shown(text: str) -> str:
    rows = min(20, text.count("\n") + len(text) // 80 + 1)
    return format_html(
        '<div class="stored"><strong>As stored now:</strong><textarea readonly rows="{}">\n{}</textarea></div>',
        rows,
        text,
    )


def plain(text: Any) -> str:
    return str(text or "").replace("\r\n", "\n").strip()
