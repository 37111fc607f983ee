"""Each field of the desk's forms says what it is for, unless its name says it."""

from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.forms import HiddenInput
from django.test import RequestFactory

from chipduo.models import User

pytestmark = pytest.mark.django_db

SAY_IT_THEMSELVES = {
    "title",
    "name",
    "publisher",
    "first_name",
    "last_name",
    "email",
    "last_login",
    "date_joined",
}


def fields_without_help() -> Iterator[str]:
    request = RequestFactory().get("/")
    request.user = User(is_superuser=True, is_active=True)
    for model, desk in admin.site._registry.items():
        if not desk.has_change_permission(request):
            continue
        inlines = [inline.get_formset(request).form for inline in desk.get_inline_instances(request)]
        for form in (desk.get_form(request), *inlines):
            for name, field in form.base_fields.items():
                is_shown = not isinstance(field.widget, HiddenInput) and name not in SAY_IT_THEMSELVES
                if is_shown and not field.help_text:
                    yield f"{model._meta.model_name}: {form._meta.model._meta.model_name}.{name}"


class TestAField:
    def test_says_what_it_is_for(self):
        assert list(fields_without_help()) == []
