"""The way back from what a footprint tells: what stands in it, and going it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model

from articles.footprints import Row, own_fields, plain

AT_ONCE = 500
MOST_TOLD = 10


@transaction.atomic
def go_back(rows: list[Row]) -> None:
    """All rows as they were, or a ValidationError that says why not, and nothing changed."""
    rows = without_loose_ends(rows)
    if obstacles := list(obstacles_to(rows)):
        more = len(obstacles) - MOST_TOLD
        raise ValidationError(obstacles[:MOST_TOLD] + ([f"And {more} more."] if more > 0 else []))
    for model, some in by_model(row for row in rows if row["before"] is None):
        for pks in batches([row["pk"] for row in some]):
            model._base_manager.filter(pk__in=pks).delete()
    for model, some in by_model(
        row for row in rows if row["before"] is not None and row["after"] is not None
    ):
        set_back(model, some)
    for model, some in by_model(row for row in rows if row["after"] is None):
        make_again(model, some)


def without_loose_ends(rows: list[Row]) -> list[Row]:
    """What may be left out is, where it was changed or deleted since, or where nothing is left that it could belong to."""
    odd = {id(row) for row, _ in changed_since(rows)} | {id(row) for row in orphans(rows)}
    return [row for row in rows if not (row["loose"] and id(row) in odd)]


def obstacles_to(rows: list[Row]) -> Iterator[str]:
    for row, how in changed_since(rows):
        yield f"{named(row)} was {how} since."
    for row in orphans(rows):
        yield f"{named(row)} cannot come back: what it belonged to was deleted since."


def changed_since(rows: Iterable[Row]) -> Iterator[tuple[Row, str]]:
    for model, some in by_model(rows):
        now = model._base_manager.in_bulk([row["pk"] for row in some])
        for row in some:
            there = now.get(row["pk"])
            if row["after"] is None and there:
                yield row, "brought back"
            elif row["after"] is not None and not there:
                yield row, "deleted"
            elif row["after"] is not None and not row["after"].items() <= plain(there).items():
                yield row, "changed"


def orphans(rows: list[Row]) -> Iterator[Row]:
    """Rows that would point at what is not there, and does not come back with them."""
    back = {(row["model"], row["pk"]) for row in rows if row["after"] is None}
    wanted = [(row, target) for row in rows if row["before"] for target in targets(row)]
    asked: dict[type[Model], set[int]] = defaultdict(set)
    for _, (model, pk) in wanted:
        asked[model].add(pk)
    there = {
        (model._meta.label, pk) for model, pks in asked.items() for pk in model._base_manager.in_bulk(pks)
    }
    for row, (model, pk) in wanted:
        if (model._meta.label, pk) not in there | back:
            yield row


def targets(row: Row) -> Iterator[tuple[type[Model], int]]:
    model, before = apps.get_model(row["model"]), row["before"]
    for field in own_fields(model):
        if field.remote_field and before.get(field.attname) is not None:
            yield field.remote_field.model, before[field.attname]
    for field in model._meta.private_fields:
        if isinstance(field, GenericForeignKey) and before.get(field.fk_field) is not None:
            kind = before.get(f"{field.ct_field}_id")
            if kind and (target := ContentType.objects.get_for_id(kind).model_class()):
                yield target, before[field.fk_field]


def set_back(model: type[Model], rows: list[Row]) -> None:
    alike = defaultdict(list)
    for row in rows:
        alike[json.dumps(row["before"], sort_keys=True)].append(row["pk"])
    for before, pks in alike.items():
        for some in batches(pks):
            model._base_manager.filter(pk__in=some).update(**read(model, json.loads(before)))


def make_again(model: type[Model], rows: list[Row]) -> None:
    made = [model(pk=row["pk"], **read(model, row["before"])) for row in rows]
    if any(field.name == "slug" for field in own_fields(model)):
        for row, one in zip(rows, made, strict=True):
            refuse_if_taken(row, one)
    try:
        with transaction.atomic():
            model._base_manager.bulk_create(made, AT_ONCE)
    except IntegrityError as error:
        raise ValidationError(f"{named(rows[0])}: something else has taken its place since.") from error


def refuse_if_taken(row: Row, one: Model) -> None:
    try:
        one.validate_unique()
        one.validate_constraints()
    except ValidationError as error:
        raise ValidationError(
            [f"{named(row)} cannot come back. {said}" for said in error.messages]
        ) from error


def read(model: type[Model], values: dict) -> dict:
    fields = {field.attname: field for field in own_fields(model)}
    return {name: fields[name].to_python(value) for name, value in values.items()}


def batches(pks: list[int]) -> Iterator[list[int]]:
    return (pks[start : start + AT_ONCE] for start in range(0, len(pks), AT_ONCE))


def by_model(rows: Iterable[Row]) -> Iterator[tuple[type[Model], list[Row]]]:
    kinds = defaultdict(list)
    for row in rows:
        kinds[row["model"]].append(row)
    for label, some in kinds.items():
        yield apps.get_model(label), some


def named(row: Row) -> str:
    title = row["title"]
    return f"{title}: “{row['words']}”" if title else f"“{row['words']}”"
