"""Addresses that something once had."""

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db.models import Model
from taggit.models import Tag

from articles.models import Article, Series, SlugRecord, Source
from chipduo.archive.naming import Names
from chipduo.archive.refusal import ArchiveError
from chipduo.archive.rows import Table
from chipduo.archive.storing import store
from entities.models import Entity, Event, Phase

KINDS: dict[str, type[Model]] = {
    str(model._meta.model_name): model for model in (Article, Entity, Event, Phase, Series, Source, Tag)
}


def old_addresses() -> Iterator[Table]:
    """Those that still lead somewhere."""
    records = SlugRecord.objects.select_related("content_type").prefetch_related("content_object")
    for record in sorted(records, key=lambda record: (record.content_type.model, record.slug)):
        if record.content_object is not None:
            kind, to = record.content_type.model, record.content_object.slug
            yield {"kind": kind, "slug": record.slug, "leads_to": to}


def old_address(row: Any, names: Names, where: str) -> None:
    try:
        model = KINDS[row["kind"]]
        record = SlugRecord(slug=row["slug"], object_id=names.meant(model, row["leads_to"]))
        record.content_type = ContentType.objects.get_for_model(model)
        record.clean_fields()
    except KeyError as error:
        raise ArchiveError(f"{where}: {error} is missing, or is nothing that has an address.") from None
    except ValidationError as error:
        raise ArchiveError(f"{where}: {' '.join(error.messages)}") from None
    except (TypeError, ValueError) as error:
        raise ArchiveError(f"{where}: {error}.") from None
    store([record], where)
