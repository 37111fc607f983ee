"""Who may sit at the desk, in which groups, and by which clock."""

from zoneinfo import available_timezones

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group

from articles.admin.desk import Searched
from articles.admin.fields.choosing import ChoosingAdmin
from chipduo.models import User


class SiteUserForm(UserChangeForm):
    time_zone = forms.ChoiceField(
        required=False,
        choices=lambda: [("", "the site’s"), *((name, name) for name in sorted(available_timezones()))],
        help_text=User._meta.get_field("time_zone").help_text,
    )


@admin.register(User)
class SiteUserAdmin(ChoosingAdmin, Searched, UserAdmin):
    form = SiteUserForm
    list_display = ["username", "first_name", "last_name", "groups_of", "is_staff", "is_active", "last_login"]
    list_filter = ["is_staff", "is_active", "groups"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("The person", {"fields": ["first_name", "last_name", "email", "time_zone"]}),
        (
            "What they may do",
            {"fields": ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]},
        ),
        ("Dates", {"fields": ["last_login", "date_joined"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="Groups")
    def groups_of(self, user):
        return ", ".join(group.name for group in user.groups.all())


admin.site.unregister(Group)


@admin.register(Group)
class SiteGroupAdmin(ChoosingAdmin, GroupAdmin):
    pass
