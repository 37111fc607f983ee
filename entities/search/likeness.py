"""Spellings that are written like another one."""

from collections.abc import Callable

from django.db.models import Q, QuerySet
from django.db.models.functions import Length
from rapidfuzz import fuzz, process

ALIKE = 70  # of 100
LONGEST = 200


def spellings_like(
    text: str, aliases: QuerySet, limit: int, *, scorer: Callable = fuzz.ratio, also: Q | None = None
) -> list[tuple[str, int]]:
    """Each with the primary key of its entity, the likest first; `also` are some that may be as well."""
    text = " ".join(text.split())[:LONGEST]
    choices = list(alike_at_first_sight(text, aliases, also)) if text else []
    found = process.extract(
        text.casefold(),
        [spelling.casefold() for spelling, _ in choices],
        scorer=scorer,
        score_cutoff=ALIKE,
        limit=limit,
    )
    return [choices[at] for *_, at in found]


def alike_at_first_sight(text: str, aliases: QuerySet, also: Q | None) -> QuerySet:
    """Spellings that begin with one of its first two letters, or end as it does, and are about as long."""
    begins = Q(text__istartswith=text[0]) | Q(text__istartswith=text[1:2] or text[0])
    begins |= Q(text__startswith=text[0].swapcase())  # SQLite knows the case of English letters alone
    about = Q(length__range=(len(text) // 2, 2 * len(text))) & (begins | Q(text__iendswith=text[-3:]))
    return (
        aliases.annotate(length=Length("text"))
        .filter(about | also if also else about)
        .values_list("text", "entity_id")
    )
