"""What the forms of all rows would ask the database one by one, asked for them together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet

from articles.models import SlugRecord
from entities.sheets.columns import is_many, is_of_others, names_in, with_others
from entities.sheets.table import Table


@dataclass(frozen=True, slots=True)
class Answers:
    by_key: dict[int, Any]
    by_slug: dict[str, Any]
    once: frozenset[str]  # addresses that something had before
    others: dict[str, dict[str, Model]]  # by the name of the column, and by slug


def asked(things: QuerySet, table: Table, names: list[str], keys: set[int], slugs: set[str]) -> Answers:
    things, model = with_others(things, names), things.model
    records = SlugRecord.objects.filter(content_type=ContentType.objects.get_for_model(model), slug__in=slugs)
    return Answers(
        things.in_bulk(list(keys)),
        things.in_bulk(list(slugs), field_name="slug"),
        frozenset(records.values_list("slug", flat=True)),
        {name: others(model, name, table) for name in names if is_of_others(model, name)},
    )


def others(model: type[Model], name: str, table: Table) -> dict[str, Model]:
    """Those that a column names."""
    cells = (row.cells[name] for row in table.rows)
    slugs: set[str] = set()
    for cell in cells:
        slugs.update(named(cell, is_many(model, name)))
    return model._meta.get_field(name).related_model._default_manager.in_bulk(list(slugs), field_name="slug")


def named(cell: str, many: bool) -> Iterable[str]:
    return names_in(cell) if many else [cell.strip()]
