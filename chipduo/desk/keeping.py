"""A change that a queue makes is kept as one made in a form is: in history, in the log, and told to whoever has the form open."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import reversion
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from articles.admin.history.kept import keep_first_version
from articles.models import Article


@contextmanager
def kept(editor: Any, thing: Any, message: str) -> Iterator[None]:
    keep_first_version(thing)
    with transaction.atomic(), reversion.create_revision():
        reversion.set_user(editor)
        reversion.set_comment(message)
        type(thing)._default_manager.filter(pk=thing.pk).update(version=F("version") + 1)
        thing.refresh_from_db(fields=["version"])
        yield
        thing.refresh_from_db()
        reversion.add_to_revision(thing)
        LogEntry.objects.log_actions(editor.pk, [thing], CHANGE, message, single_object=True)


def rewritten(
    editor: Any, article: int, message: str, change: Callable[[str], str | None], missed: str
) -> None:
    """A manuscript whose text is changed. `missed` says so when `change` gives None, or the same text again."""
    stored = Article.objects.get(pk=article)
    with kept(editor, stored, message):
        stored = Article.objects.held().get(pk=article)
        body = change(stored.body)
        if body in (None, stored.body):
            raise ValidationError(f"{missed} in the manuscript of “{stored}”: change it there by hand.")
        stored.body = body
        stored.full_clean()
        stored.save(update_fields=["body", "updated"])


@contextmanager
def made(editor: Any, message: str) -> Iterator[list[Any]]:
    """What is put into the list is new, and kept as that."""
    things: list[Any] = []
    with transaction.atomic(), reversion.create_revision():
        reversion.set_user(editor)
        reversion.set_comment(message)
        yield things
        LogEntry.objects.log_actions(editor.pk, things, ADDITION, message)
