"""The rows of a plan stored together with whom they name and what they are tagged with: a query for each row, and few for all."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from taggit.models import Tag, TaggedItem

from articles.models import SlugRecord
from entities.sheets.columns import is_many
from entities.sheets.plan import Line

Pairs = dict[tuple[int, int], None]  # in their order


def store(line: Line) -> None:
    """What is there is locked, and is as it was when it was looked at."""
    if line.is_new:
        line.thing.save(force_insert=True)
        return
    line.thing.version += 1
    line.thing.save(force_update=True)
    for cell in line.cells:
        if cell.column == "slug":
            SlugRecord.objects.remember(line.thing, cell.was)


def name_others(model: type[Model], names: Iterable[str], lines: Sequence[Line]) -> None:
    for name in names:
        if name != "tags" and is_many(model, name):
            some = [line for line in lines if name in line.form.changed_data]
            field = model._meta.get_field(name)
            own, other = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
            rows = field.remote_field.through._default_manager.filter(**{f"{own}__in": keys(some)})
            join(rows, (own, other), pairs((line, line.form.cleaned_data[name]) for line in some))


def tag(model: type[Model], lines: Sequence[Line]) -> list[Tag]:
    """Returns the tags that were made."""
    some = [line for line in lines if "tags" in line.form.changed_data]
    tags, made = tags_named({name for line in some for name in line.form.cleaned_data["tags"]})
    kind = ContentType.objects.get_for_model(model)
    rows = TaggedItem.objects.filter(content_type=kind, object_id__in=keys(some))
    wanted = pairs((line, [tags[name] for name in line.form.cleaned_data["tags"]]) for line in some)
    join(rows, ("object_id", "tag_id"), wanted, content_type=kind)
    return made


def tags_named(names: set[str]) -> tuple[dict[str, Tag], list[Tag]]:
    """Whatever the case in which they are written; and those among them that are new."""
    found = {one.name: one for one in Tag.objects.filter(name__in=names)}
    made = []
    for name in sorted(names - found.keys()):
        if (other := Tag.objects.filter(name__iexact=name).order_by("pk").first()) is None:
            other = Tag.objects.create(name=name)
            made.append(other)
        found[name] = other
    return found, made


def pairs(ends: Iterable[tuple[Line, Iterable[Model]]]) -> Pairs:
    return {(line.thing.pk, other.pk): None for line, others in ends for other in others}


def join(rows: QuerySet, ends: tuple[str, str], wanted: Pairs, **fixed: Any) -> None:
    """These rows are, afterwards, those that are wanted."""
    there = {(own, other): pk for pk, own, other in rows.values_list("pk", *ends)}
    everything = rows.model._default_manager
    everything.filter(pk__in=[pk for pair, pk in there.items() if pair not in wanted]).delete()
    new = (dict(zip(ends, pair, strict=True)) for pair in wanted if pair not in there)
    everything.bulk_create(rows.model(**one, **fixed) for one in new)


def keys(lines: Iterable[Line]) -> list[int]:
    return [line.thing.pk for line in lines]
