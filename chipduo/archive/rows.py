"""Rows as tables: every column by its name, but those that are empty, with the rows below it.

Nothing stands in an order that only a database knows: collations differ.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import FileField, ForeignKey, Model, Prefetch, QuerySet

from articles.dates.fuzzydate import FuzzyDate
from chipduo.archive.contents import Kind
from chipduo.archive.naming import for_naming, name_of

Table = dict[str, Any]
EMPTY = ("", None, [])


def table_of(thing: Model, kind: Kind) -> Table:
    columns = {field.name: written(thing, field) for field in columns_of(kind)}
    carried = {name: names_in(thing, name) for name in kind.carries}
    below = {name: [table_of(row, rows) for row in rows_at(thing, name)] for name, rows in kind.below.items()}
    return {name: value for name, value in {**columns, **carried, **below}.items() if value not in EMPTY}


def columns_of(kind: Kind) -> list[Any]:
    hidden = {kind.owner, *kind.without}
    return [field for field in kind.model._meta.concrete_fields if field.name not in hidden]


def written(thing: Model, field: Any) -> Any:
    if isinstance(field, ForeignKey):
        other = getattr(thing, field.name)
        return None if other is None else name_of(other)
    value = getattr(thing, field.attname)
    if isinstance(field, FileField):
        return value.name or ""
    if isinstance(value, dict):
        return dict(sorted(value.items()))  # PostgreSQL keeps them in an order of its own
    return str(value) if isinstance(value, FuzzyDate) else value


def names_in(thing: Model, name: str) -> list[str]:
    if name == "tags":
        return [item.tag.slug for item in thing.tagged_items.all()]
    return sorted(other.slug for other in getattr(thing, name).all())


def rows_at(thing: Model, name: str) -> list[Model]:
    """One-to-one rows are there or not."""
    if not hasattr(thing, name):
        return []
    found = getattr(thing, name)
    return list(found.all()) if hasattr(found, "all") else [found]


def with_all(things: QuerySet, kind: Kind) -> QuerySet:
    """A fixed number of queries for each portion that is read."""
    return things.prefetch_related(*prefetches(kind))


def prefetches(kind: Kind, way: str = "") -> Iterator[Any]:
    for field in columns_of(kind):
        if isinstance(field, ForeignKey):
            yield Prefetch(f"{way}{field.name}", for_naming(field.related_model))
    for name in kind.carries:
        if name == "tags":
            yield Prefetch(f"{way}tagged_items", _tagged_items(kind.model))
        else:
            yield Prefetch(f"{way}{name}", for_naming(kind.model._meta.get_field(name).related_model))
    for name, rows in kind.below.items():
        yield Prefetch(f"{way}{name}", rows.model._base_manager.order_by("pk"))
        yield from prefetches(rows, f"{way}{name}__")


def _tagged_items(model: type[Model]) -> QuerySet:
    return (
        model._meta.get_field("tagged_items").related_model._base_manager.select_related("tag").order_by("pk")
    )
