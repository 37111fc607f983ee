"""Rows that belong to exactly one of several things, each of which has a field of its own."""

from functools import reduce
from operator import or_

from django.db.models import Q

CLAIMS = ("event", "relation", "fact")


def exactly_one(*fields: str) -> Q:
    """For a constraint: one of these is set, and all others are null."""
    return reduce(or_, (Q(**{f"{other}__isnull": other != one for other in fields}) for one in fields))
