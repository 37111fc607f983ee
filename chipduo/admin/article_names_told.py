"""The names in an article as their page shows them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from entities.linking.occurrences import Named
from entities.models import Entity


@dataclass(frozen=True, slots=True)
class Row:
    key: str
    sentence: tuple[str, str, str]
    state: str  # linked, named, shared, or nothing
    entities: Sequence[Entity]
    decided: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """A spelling that several entities have, in all its places in the article."""

    words: str
    keys: str
    places: int
    entities: Sequence[Entity]


def told(named: Named, entities: dict[int, Entity]) -> Row:
    owners = [entities[pk] for pk in named.entities if pk in entities]
    state = "shared" if named.is_shared else "linked" if named.linked else "named" if owners else "nothing"
    return Row(named.key, named.sentence, state, owners, bool(named.decisions))


def groups_shared(found: Sequence[Named], entities: dict[int, Entity]) -> list[Shared]:
    places = defaultdict(list)
    for named in found:
        if named.is_shared:
            places[named.place["surface"], named.entities].append(named.key)
    return [
        Shared(words, "-".join(keys), len(keys), [entities[pk] for pk in pks if pk in entities])
        for (words, pks), keys in places.items()
    ]
