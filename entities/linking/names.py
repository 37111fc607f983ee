"""The lexicon of the database, kept in memory until a name changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from entities.linking import folding
from entities.linking.lexicon import Lexicon
from entities.models import Alias, Entity, LexiconVersion


@dataclass(frozen=True, slots=True)
class Names:
    lexicon: Lexicon
    slugs: dict[int, str]  # of public entities, by primary key
    by_text: dict[str, int]  # what [[a name]] means: spellings, names and slugs of public entities, folded

    def meant_by(self, name: str) -> int | None:
        return self.by_text.get(folded(name))

    def address_of(self, entity: int) -> str:
        return Entity(slug=self.slugs[entity]).get_absolute_url()


_kept: tuple[UUID, Names] | None = None


def current_names() -> Names:
    global _kept
    token = LexiconVersion.current()
    if _kept is None or _kept[0] != token:
        _kept = (token, names_as_stored())
    return _kept[1]


def names_as_stored() -> Names:
    """Read anew, and kept for nobody: inside a transaction these may be names that will never be."""
    public = list(Entity.objects.public().order_by().values_list("pk", "slug", "name"))
    slugs = {pk: slug for pk, slug, _ in public}
    linking = Alias.objects.linking().names()
    others = Alias.objects.public().filter(linkable=False).values_list("text", "entity_id")
    by_text = _unambiguous(chain(((name.text, name.entity) for name in linking), others))
    by_text |= _unambiguous((name, pk) for pk, _, name in public)
    by_text |= {slug: pk for pk, slug in slugs.items()}
    return Names(Lexicon(linking), slugs, by_text)


def folded(name: str) -> str:
    return folding.folded(" ".join(name.split()))


def _unambiguous(spellings: Iterable[tuple[str, int]]) -> dict[str, int]:
    owners: dict[str, int | None] = {}
    for text, entity in spellings:
        key = folded(text)
        if owners.setdefault(key, entity) != entity:
            owners[key] = None
    return {text: entity for text, entity in owners.items() if entity is not None}
