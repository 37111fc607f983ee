"""The names that are written most like what somebody asked for in vain."""

from django.db.models import Q
from django.db.models.functions import Length
from rapidfuzz import fuzz, process

from entities.models import Alias, Entity

MOST = 5
ALIKE = 70  # of 100
LONGEST = 200


def nearest_names(text: str, limit: int = MOST) -> list[Entity]:
    text = " ".join(text.split())[:LONGEST]
    choices = list(alike_at_first_sight(text)) if text else []
    found = process.extract(
        text.casefold(),
        [spelling.casefold() for spelling, _ in choices],
        scorer=fuzz.ratio,
        score_cutoff=ALIKE,
        limit=4 * limit,
    )
    pks = list(dict.fromkeys(choices[at][1] for _, _, at in found))[:limit]
    entities = Entity.objects.public().for_lists().in_bulk(pks) if pks else {}
    return [entities[pk] for pk in pks if pk in entities]


def alike_at_first_sight(text: str):
    """Spellings that begin with one of its first two letters, or end as it does, and are about as long."""
    begins = Q(text__istartswith=text[0]) | Q(text__istartswith=text[1:2] or text[0])
    about = (
        Alias.objects.public().filter(begins | Q(text__iendswith=text[-3:])).annotate(length=Length("text"))
    )
    return about.filter(length__range=(len(text) // 2, 2 * len(text))).values_list("text", "entity_id")
