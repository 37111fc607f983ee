"""Names that are like that of an entity which is being added are shown, before there are two pages on one thing."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.urls import path, reverse

from entities.similar import Similar, similar_to

ANYWAY = "_create_anyway"
LONGEST = 200


class SimilarNamesAdmin(admin.ModelAdmin):
    def get_urls(self):
        view = self.admin_site.admin_view(self.similar_view)
        return [path("similar/", view, name="entities_similar"), *super().get_urls()]

    def add_view(self, request, form_url="", extra_context=None):
        request.is_adding_one = True  # and not many from a sheet
        return super().add_view(request, form_url, extra_context)

    def similar_view(self, request: HttpRequest) -> JsonResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        names = [name.replace("\0", "")[:LONGEST] for name in request.GET.getlist("name")]
        return JsonResponse({"similar": [told(one) for one in similar_to(names)]})


class WarnsOfSimilarNames:
    """For the form of an entity; `similar` holds those that its editor has to look at first."""

    data: Any
    request: Any
    cleaned_data: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.similar: list[dict[str, str]] = []

    def clean(self):
        cleaned = super().clean()
        if self.is_to_ask():
            self.similar = [told(one) for one in similar_to(self.names())]
        if self.similar:
            self.add_error(None, "There are names like this one, shown below. Is it one of these?")
        return cleaned

    def is_to_ask(self) -> bool:
        return getattr(self.request, "is_adding_one", False) and ANYWAY not in self.data

    def names(self) -> list[str]:
        spellings = [
            self.data[key] for key in self.data if key.startswith("aliases-") and key.endswith("-text")
        ]
        given = [self.cleaned_data.get(name) for name in ("name", "native_name")]
        return [name[:LONGEST] for name in (*given, *spellings) if name]


def told(one: Similar) -> dict[str, str]:
    return {
        "name": one.entity.name,
        "kind": one.entity.get_kind_display(),
        "spelling": one.spelling if one.spelling != one.entity.name else "",
        "url": reverse("admin:entities_entity_change", args=[one.entity.pk]),
    }
