"""Entities that may be the one that somebody is about to add: by any of their spellings, in any script and case."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from rapidfuzz import fuzz

from entities.linking.folding import has_unspaced_script
from entities.models import Alias, Entity
from entities.search.likeness import spellings_like

MOST = 8
MOST_NAMES = 5  # of one entity that are looked up: each takes up to half a second among 200,000 spellings
SHORTEST = 2  # letters of a name, or of a word in it, that is looked up
LONG_ENOUGH = 3  # of a word, to be looked for inside others
AS_GOOD_AS_THE_SAME = 90


@dataclass(frozen=True, slots=True)
class Similar:
    entity: Entity
    spelling: str


def similar_to(names: Iterable[str]) -> list[Similar]:
    """The likest spelling of each, for the first of the names that it is like."""
    found: dict[int, str] = {}
    for name in list(dict.fromkeys(map(plain, names)))[:MOST_NAMES]:
        if len(name) >= SHORTEST:
            alike = spellings_like(name, Alias.objects.all(), 3 * MOST, scorer=likeness, also=holding(name))
            for spelling, pk in alike:
                found.setdefault(pk, spelling)
    pks = list(found)[:MOST]
    entities = Entity.objects.for_lists().in_bulk(pks)
    return [Similar(entities[pk], found[pk]) for pk in pks if pk in entities]


def plain(name: str) -> str:
    """In letters of the usual width, and of one case where there is a difference."""
    return " ".join(unicodedata.normalize("NFKC", name).split())


def holding(name: str) -> Q:
    """Spellings with its longest word in them, or that are one of its words."""
    words = [word for word in name.split() if len(word) >= SHORTEST]
    found = Q(text__in=words)
    longest = max(words, key=len, default="")
    if len(longest) >= LONG_ENOUGH or has_unspaced_script(longest):
        found |= Q(text__icontains=longest)
    return found


def likeness(one: str, other: str, **kwargs) -> float:
    """Of folded spellings; a name in another, word for word, is as good as the same: Huawei and Huawei Technologies."""
    if one == other:
        return 100
    is_part = contains(one, other) or contains(other, one)
    return max(fuzz.ratio(one, other), AS_GOOD_AS_THE_SAME if is_part else 0)


def contains(longer: str, shorter: str) -> bool:
    if shorter not in longer:
        return False  # most are not, and this is quick
    if has_unspaced_script(shorter):
        return len(shorter) >= SHORTEST
    return f" {shorter} " in f" {longer} "
