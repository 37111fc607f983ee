"""The links that a text would have: which name leads to which entity, and the first sentence in which it does."""

from dataclasses import dataclass

from articles.sentences import split
from entities.models import Entity, Mention
from entities.reading.edition import Reading, ReadPassage


@dataclass(frozen=True, slots=True)
class Link:
    name: str
    entity: Entity
    sentence: str


def links_made(reading: Reading) -> list[Link]:
    """In the order of the text, each name with each entity once."""
    found: dict[tuple[str, int], Link] = {}
    for read in reading.passages:
        for mention in read.mentions:
            if mention.linked:
                link = Link(mention.surface, mention.entity, sentence_of(read, mention))
                found.setdefault((mention.surface, mention.entity_id), link)
    return list(found.values())


def sentence_of(read: ReadPassage, mention: Mention) -> str:
    text = read.passage.text
    bounds = split(text)
    return next(
        (text[start:end].strip() for start, end in bounds if start <= mention.start < end), text.strip()
    )
