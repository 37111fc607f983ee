"""The lexicon of the database, kept in memory until a name changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from entities.linking.folding import read
from entities.linking.lexicon import Lexicon
from entities.models import Alias, Entity, LexiconVersion


@dataclass(frozen=True, slots=True)
class Names:
    lexicon: Lexicon
    addresses: dict[int, str]  # of public entities, by primary key
    by_text: dict[str, int]  # what [[a name]] means: spellings, names and slugs of public entities, folded

    def meant_by(self, name: str) -> int | None:
        return self.by_text.get(folded(name))


_kept: tuple[UUID, Names] | None = None


def current_names() -> Names:
    global _kept
    token = LexiconVersion.current()
    if _kept is None or _kept[0] != token:
        _kept = (token, names_as_stored())
    return _kept[1]


def names_as_stored() -> Names:
    """Read anew, and kept for nobody: inside a transaction these may be names that will never be."""
    public = {entity.pk: entity for entity in Entity.objects.public().only("pk", "slug", "name")}
    by_text = _unambiguous(Alias.objects.public().values_list("text", "entity_id"))
    by_text |= _unambiguous((entity.name, pk) for pk, entity in public.items())
    by_text |= {entity.slug: pk for pk, entity in public.items()}
    addresses = {pk: entity.get_absolute_url() for pk, entity in public.items()}
    return Names(Lexicon(Alias.objects.linking().names()), addresses, by_text)


def folded(name: str) -> str:
    return read(" ".join(name.split())).folded


def _unambiguous(spellings: Iterable[tuple[str, int]]) -> dict[str, int]:
    owners: dict[str, set[int]] = {}
    for text, entity in spellings:
        owners.setdefault(folded(text), set()).add(entity)
    return {text: next(iter(entities)) for text, entities in owners.items() if len(entities) == 1}
