"""What time it is for whoever reads: now, unless somebody looks at the site as it is at another moment.

A context variable, so that neither another thread nor another task ever reads by a moment that was not set for it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone

FIRST, LAST = 2000, 2100
FAR_OFF = f"Choose a year from {FIRST} to {LAST}."
_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


def now() -> datetime:
    """For what readers see. Verbs, which change what they see, ask django.utils.timezone."""
    return _moment.get() or timezone.now()


@contextmanager
def clock_at(moment: datetime) -> Iterator[None]:
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)


def is_near(moment: datetime) -> bool:
    """Enough for every calendar and time zone to say what comes before and after."""
    return FIRST <= moment.year <= LAST
