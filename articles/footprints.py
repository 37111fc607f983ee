"""What was done to rows, kept so that it can be shown, and taken back while nobody has touched them since."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Field, Model, QuerySet

NOT_OURS = {"version", "about_html"}  # these change by themselves: who saves counts, and names weave
Row = dict[str, Any]  # model, pk, title, words, before, after: as JSON keeps it
Rows = dict[tuple[str, int], Row]


@dataclass(frozen=True, slots=True)
class Trace:
    """Rows that may be touched, and how editors know them. Nothing is shown of rows without a title.

    `loose`: one that was changed or deleted since stays so, and does not stand in the way of the rest.
    """

    title: str
    rows: QuerySet
    words: Callable[[Any], str] = str
    loose: bool = False


def rows_in(traces: Iterable[Trace]) -> Rows:
    return {
        (row._meta.label, row.pk): {
            "model": row._meta.label,
            "pk": row.pk,
            "title": trace.title,
            "words": trace.words(row),
            "loose": trace.loose,
            "stands": plain(row),
        }
        for trace in traces
        for row in trace.rows.all()
    }


def difference(before: Rows, after: Rows) -> list[Row]:
    """`before` and `after` hold the fields that differ; None where there was, or is, no row."""
    found = []
    for key in dict.fromkeys([*before, *after]):
        row = dict(before.get(key) or after[key])
        row.pop("stands")
        old, new = (side[key]["stands"] if key in side else None for side in (before, after))
        if old is not None and new is not None:
            names = [name for name in old if old[name] != new[name] and name not in NOT_OURS]
            old, new = ({name: side[name] for name in names} for side in (old, new))
        if old != new:
            found.append({**row, "before": old, "after": new})
    return found


def foreseen(traces: Iterable[Trace], do: Callable[[], None]) -> list[Row]:
    """What `do` would change, found by doing it in a transaction that is rolled back."""
    with transaction.atomic():
        before = rows_in(traces)
        do()
        found = difference(before, rows_in(traces))
        transaction.set_rollback(True)
    return found


def plain(row: Model) -> dict[str, Any]:
    return {field.attname: plain_value(field, row) for field in own_fields(type(row))}


def plain_value(field: Field, row: Model) -> Any:
    value = field.value_from_object(row)
    return value if value is None or isinstance(value, (bool, int)) else field.value_to_string(row)


def own_fields(model: type[Model]) -> list[Field]:
    return [field for field in model._meta.concrete_fields if not field.primary_key]
