"""Addresses that change at the desk: the old one goes on leading to the thing, and is never given to another."""

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.html import format_html

from articles.models import SlugRecord


class AddressedForm(forms.ModelForm):
    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        holder: Any = SlugRecord.objects.holder(self._meta.model, slug)
        if holder is not None and holder.pk != self.instance.pk:
            raise forms.ValidationError(
                format_html("This was once the address of “{}”, and still leads there.", holder)
            )
        return slug


class AddressedAdmin(admin.ModelAdmin):
    def save_model(self, request, obj, form, change):
        old = self.slug_before(request, obj) if change else None
        super().save_model(request, obj, form, change)
        if old and old != obj.slug:
            SlugRecord.objects.remember(obj, old)

    def slug_before(self, request, obj) -> str | None:
        """As readers know it; the row itself has already gone back when an old version is being restored."""
        if before := getattr(request, "stored_before", None):
            return before.slug
        return self.model._default_manager.filter(pk=obj.pk).values_list("slug", flat=True).first()
