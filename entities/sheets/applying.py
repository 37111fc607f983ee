"""A plan carried out as it was shown, all rows together, as the forms do it: with history, log, links and what is told to readers."""

import json
from collections.abc import Generator, Sequence
from typing import Any

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.http import HttpRequest

from articles.admin.history.of_many import as_kept, keep_first_versions, keep_versions
from articles.steps import Step
from entities.models import LexiconVersion
from entities.sheets.plan import Line, Plan
from entities.sheets.planning import plan
from entities.sheets.table import Table
from entities.sheets.writing import keys, name_others, store, tag


class OtherwiseError(Exception):
    """What is stored is not what it was when the plan was shown; `plan` is what the table would do now."""

    def __init__(self, plan: Plan) -> None:
        super().__init__("Somebody saved something since.")
        self.plan = plan


def apply(desk: Any, request: HttpRequest, table: Table, digest: str) -> Generator[Step, None, Plan]:
    """All of it or nothing, also when nobody asks for the next step. Raises OtherwiseError, and TableError."""
    with transaction.atomic():
        LexiconVersion.hold()  # before any row, as who saves one of them does: else two could wait for each other
        now = yield from plan(desk, request, table, locked=True)
        if now.digest != digest or not now.can_be_applied:
            raise OtherwiseError(now)
        yield from save(desk, request, now)
        yield from desk.followed()
    return now


def save(desk: Any, request: HttpRequest, now: Plan) -> Generator[Step]:
    """What is new comes first, as names need something to belong to."""
    lines = [*now.new, *now.changed]
    keep_first_versions(desk.model, keys(now.changed))
    yield from stored(now.new, len(lines))
    with desk.many_saving(keys(lines)):
        yield from stored(now.changed, len(lines), len(now.new))
        name_others(desk.model, desk.sheet_columns, lines)
        made = tag(desk.model, lines)
        desk.many_saved(desk.model._default_manager.filter(pk__in=keys(lines)))
        yield Step(len(lines), len(lines), "rows saved; their history is kept")
        remember(desk, request, lines)
        keep_versions(
            dict.fromkeys(made, f"Made with {desk.opts.verbose_name_plural}, by CSV."), request.user
        )
        yield Step(len(lines), len(lines), "rows saved; what they mean for other pages is worked out")


def stored(lines: Sequence[Line], total: int, before: int = 0) -> Generator[Step]:
    for number, line in enumerate(lines, before + 1):
        store(line)
        yield Step(number, total, "rows saved")


def remember(desk: Any, request: HttpRequest, lines: Sequence[Line]) -> None:
    """In the log and in history."""
    kind = ContentType.objects.get_for_model(desk.model)
    things = {thing.pk: thing for thing in as_kept(desk.model, keys(lines))}
    entries = [
        LogEntry(
            user=request.user,
            content_type=kind,
            object_id=str(line.thing.pk),
            object_repr=str(line.thing)[:200],
            action_flag=ADDITION if line.is_new else CHANGE,
            change_message=json.dumps(desk.construct_change_message(request, line.form, [], add=line.is_new)),
        )
        for line in lines
    ]
    LogEntry.objects.bulk_create(entries)
    said = {things[int(entry.object_id)]: entry.get_change_message() for entry in entries}
    keep_versions(said, request.user)
