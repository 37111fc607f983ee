"""What could be made of a document: its parts, names that have no page, what happened, and who stands how to whom."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from articles.importing.placing import Place, State
from entities.models import Entity, Event, Relation


@dataclass(frozen=True, slots=True)
class Part:
    place: Place

    @property
    def key(self) -> str:
        """Of the words and of what they would replace: another save is another proposal."""
        article = self.place.article
        return key_of("part", self.place.draft.title, self.place.draft.body, article.pk, article.version)

    @property
    def is_new(self) -> bool:
        return self.place.state is State.NEW

    @property
    def is_here(self) -> bool:
        return self.place.state is State.UNCHANGED


@dataclass(frozen=True, slots=True)
class Name:
    text: str
    count: int
    sentence: str

    @property
    def key(self) -> str:
        return key_of("name", self.text)


@dataclass(frozen=True, slots=True)
class Happening:
    event: Event  # not saved
    entities: tuple[Entity, ...]
    sentence: str

    @property
    def key(self) -> str:
        return key_of("event", self.event.title, str(self.event.when), self.sentence)


@dataclass(frozen=True, slots=True)
class Tie:
    relation: Relation  # not saved
    sentence: str

    @property
    def key(self) -> str:
        return key_of("relation", self.relation.subject_id, self.relation.kind, self.relation.object_id)


@dataclass(frozen=True, slots=True)
class Proposals:
    parts: tuple[Part, ...]
    known: tuple[tuple[Entity, int], ...]  # named in it, and how often
    names: tuple[Name, ...]
    happenings: tuple[Happening, ...]
    ties: tuple[Tie, ...]
    cut: bool  # there is more than is shown

    def keys(self) -> set[str]:
        return {one.key for some in (self.parts, self.names, self.happenings, self.ties) for one in some}


def key_of(*what: Any) -> str:
    return sha256(repr(what).encode()).hexdigest()[:24]
