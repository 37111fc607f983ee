"""The names in a manuscript, each with what it would link to if the text were published as it is."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings

from articles import markdown
from articles.models import Article, Passage
from entities.linking.deciding import Decisions, place_in
from entities.linking.foreseeing import around
from entities.linking.names import current_names
from entities.linking.spotting import Spotted, spot

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Named:
    """`place` is what a decision about it would say; `decisions` are those that were made."""

    place: dict[str, str]
    sentence: tuple[str, str, str]
    entities: tuple[int, ...]  # several where the spelling is shared, none where an editor wants no link
    linked: bool
    decisions: tuple[int, ...]

    @property
    def key(self) -> str:
        """The same for places that no decision can tell apart."""
        return sha256("\0".join(self.place.values()).encode()).hexdigest()[:16]

    @property
    def is_shared(self) -> bool:
        return len(self.entities) > 1


def names_in(article: Article) -> list[Named]:
    """In the order of the text. Raises markdown.MarkdownError for a text that cannot be published."""
    decisions = Decisions.of(article.pk)
    spotted = spot(passages_of(article), current_names(), decisions, settings.LINK_POLICY)
    found = [named for one in spotted for named in names_of(one, decided_in(one.passage.text, decisions))]
    return list({named.key: named for named in reversed(found)}.values())[::-1]


def passages_of(article: Article) -> list[Passage]:
    return [
        Passage(position=position, kind=block.kind, level=block.level, html=block.html, text=block.text)
        for position, block in enumerate(markdown.render(article.body).blocks)
    ]


def decided_in(text: str, decisions: Decisions) -> dict[Span, list[int]]:
    found = defaultdict(list)
    for one in decisions.made:
        for start, end, _ in Decisions((one,)).places_in(text):
            found[start, end].append(one.pk)
    return found


def names_of(one: Spotted, decided: dict[Span, list[int]]) -> Iterator[Named]:
    places: dict[Span, tuple[tuple[int, ...], bool]] = dict.fromkeys(decided, ((), False))
    places |= {(it.start, it.end): (it.candidates, False) for it in one.unclear if len(it.candidates) > 1}
    places |= {(it.start, it.end): ((it.entity_id,), it.linked) for it in one.mentions}
    for span, (entities, linked) in sorted(places.items()):
        text = one.passage.text
        made = tuple(decided.get(span, ()))
        yield Named(place_in(text, *span), around(text, *span), entities, linked, made)
