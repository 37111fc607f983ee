"""The names that are written most like what somebody asked for in vain."""

from entities.models import Alias, Entity
from entities.search.likeness import spellings_like

MOST = 5


def nearest_names(text: str, limit: int = MOST) -> list[Entity]:
    found = spellings_like(text, Alias.objects.public(), 4 * limit)
    pks = list(dict.fromkeys(pk for _, pk in found))[:limit]
    entities = Entity.objects.public().for_lists().in_bulk(pks) if pks else {}
    return [entities[pk] for pk in pks if pk in entities]
