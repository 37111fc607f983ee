"""A plan carried out as it was shown, thing by thing as the forms do it: with history, log, links and what is told to readers."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import reversion
from django.db import transaction
from django.http import HttpRequest

from articles.admin.history import keep_first_version
from entities.sheets.plan import Line, Plan
from entities.sheets.planning import plan
from entities.sheets.table import Table


class OtherwiseError(Exception):
    """What is stored is not what it was when the plan was shown; `plan` is what the table would do now."""

    def __init__(self, plan: Plan) -> None:
        super().__init__("Somebody saved something since.")
        self.plan = plan


@transaction.atomic
def apply(desk: Any, request: HttpRequest, table: Table, digest: str) -> Plan:
    """All of it or nothing. Raises OtherwiseError, and TableError."""
    now = plan(desk, request, table)
    if now.digest != digest or not now.can_be_applied:
        raise OtherwiseError(now)
    keep_first_version(*(line.thing.as_stored() for line in now.changed))
    with without_a_message_for_each(request):
        for line in now.new:
            desk.save_model(request, line.form.save(commit=False), line.form, change=False)
        for lines in (now.new, now.changed):
            with desk.many_saving([line.thing.pk for line in lines]):
                for line in lines:
                    save(desk, request, line, is_new=lines is now.new)
    return now


def save(desk: Any, request: HttpRequest, line: Line, *, is_new: bool) -> None:
    """What is new is stored already, as names need something to belong to."""
    with desk.create_revision(request):
        if not is_new:
            desk.save_model(request, line.form.save(commit=False), line.form, change=True)
        desk.save_related(request, line.form, [], change=True)
        reversion.add_to_revision(line.thing)
        said = desk.construct_change_message(request, line.form, [], add=is_new)
        (desk.log_addition if is_new else desk.log_change)(request, line.thing, said)


@contextmanager
def without_a_message_for_each(request: HttpRequest) -> Iterator[None]:
    heard, request._messages = getattr(request, "_messages", None), Unheard()
    try:
        yield
    finally:
        request._messages = heard


class Unheard:
    def add(self, *args: Any, **kwargs: Any) -> None:
        """Five hundred of one kind are for nobody: the page that follows sums them up."""
