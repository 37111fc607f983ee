"""The two things that only the database itself can do: show one moment for as long as it is read, and count on from given keys."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model

ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"


@contextmanager
def one_moment() -> Iterator[None]:
    """What others write meanwhile is not seen, and they may write."""
    inside = connection.in_atomic_block
    with only_reading(), transaction.atomic():
        if connection.vendor == "postgresql" and not inside:
            with connection.cursor() as cursor:
                cursor.execute(ONE_MOMENT)
        yield


@contextmanager
def only_reading() -> Iterator[None]:
    """SQLite shows one moment to who only reads; a transaction that may write would let nobody else write."""
    connection.ensure_connection()  # which sets the mode
    mode = getattr(connection, "transaction_mode", None)
    connection.transaction_mode = "DEFERRED"
    try:
        yield
    finally:
        connection.transaction_mode = mode


def count_on(models: Iterable[type[Model]]) -> None:
    """After rows that came with their own keys: the next row of each table gets the key after them."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)
