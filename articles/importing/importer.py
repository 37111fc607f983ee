"""The whole way of one file: read, divided, checked, placed and made; or refused, and then nothing of it is made."""

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from articles.importing import report
from articles.importing.drafts import drafts_of
from articles.importing.files import read_text
from articles.importing.formats import NAMES, document_of, format_of
from articles.importing.making import carry_out
from articles.importing.placing import plan


@dataclass(frozen=True, slots=True)
class Choices:
    kind: str | None = None  # told by the name of the file
    series: bool = False
    replace: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    lines: tuple[str, ...]
    manuscripts: frozenset[int]


def import_file(path: Path, choices: Choices, others: frozenset[int] = frozenset()) -> Imported:
    """`others` are the manuscripts of files imported in the same run. Raises DocumentError."""
    text = read_text(path, choices.kind)
    kind = choices.kind or format_of(path)
    document = document_of(text, kind, name=path.stem)
    drafts = drafts_of(document, series=choices.series)
    with transaction.atomic():
        planned = plan(document.title, drafts, series=choices.series, others=others)
        if not choices.dry_run:
            carry_out(planned, replace=choices.replace, name=path.name)
    said = [
        *report.found(document),
        *report.placed(planned, replace=choices.replace, dry_run=choices.dry_run),
    ]
    manuscripts = frozenset(place.article.pk for place in planned.places if place.article.pk)
    return Imported((f"{path.name} ({NAMES[kind]})", *(f"  {line}" for line in said)), manuscripts)
