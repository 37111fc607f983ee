"""All rows of some models as they stand, so that before and after can be compared."""

from collections.abc import Iterable

from django.core import serializers
from django.db.models import Model

CHANGES_BY_ITSELF = ("version", "tags", "about_html")


def rows_of(models: Iterable[type[Model]]) -> dict[str, dict]:
    rows = {
        f"{model.__name__} {row['pk']}": row["fields"]
        for model in models
        for row in serializers.serialize("python", model._default_manager.order_by("pk"))
    }
    for fields in rows.values():
        for name in CHANGES_BY_ITSELF:
            fields.pop(name, None)
    return rows
