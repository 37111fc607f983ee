"""Lists that a field asks for as the stock autocomplete does, but made for what leads to one kind of thing."""

from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core.exceptions import PermissionDenied
from django.db.models import Model


class ListOf(AutocompleteJsonView):
    """The address names the field that asks: of a field that leads to another kind nothing is told."""

    kind: type[Model]

    def process_request(self, request):
        term, desk, field, key = super().process_request(request)
        if desk.model is not self.kind:
            raise PermissionDenied
        return term, desk, field, key
