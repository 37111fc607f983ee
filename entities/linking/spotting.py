"""From passages and names to mentions and woven HTML: the steps of entities.linking.choosing, joined to what the database knows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from articles import markdown, sentences
from articles.models import Passage
from entities.linking.choosing import Link, Occurrence, Policy, Seen, anchorable, resolve, weave, which_link
from entities.linking.deciding import Decisions
from entities.linking.names import Names
from entities.models import Entity, Mention

SECTION_LEVEL = 2  # of headings: what is under one is a section, to readers and to the link policy


@dataclass(frozen=True, slots=True)
class Spot:
    """An occurrence of which we know whom it names. `chosen`: an author or an editor wants the link."""

    start: int
    end: int
    entity: int
    alias: int | None
    anchorable: bool
    chosen: bool


@dataclass(slots=True)
class Spotted:
    """`unclear`: words of which nobody knows whom they mean, for the names that several share and those nobody has."""

    passage: Passage
    html: str
    mentions: list[Mention] = field(default_factory=list)
    unclear: list[Occurrence] = field(default_factory=list)


def spot(passages: Sequence[Passage], names: Names, decisions: Decisions, policy: Policy) -> list[Spotted]:
    """What each passage of an edition, given in order, names; and its HTML with the links that the policy allows."""
    resolved = [resolve(passage.html, names.lexicon) for passage in passages]
    found = [
        decide(understood_among(occurrences, names), passage, names, decisions)
        for passage, occurrences in zip(passages, resolved, strict=True)
    ]
    sections = section_numbers(passages)
    linked = iter(choose(zip(sections, found, strict=True), policy))
    spotted = [
        woven(passage, spots, [next(linked) for _ in spots], names)
        for passage, spots in zip(passages, found, strict=True)
    ]
    for one, occurrences in zip(spotted, resolved, strict=True):
        one.unclear = unclear_among(occurrences, one.passage, names, decisions)
    return spotted


def weave_about(entity: Entity, names: Names) -> str:
    """The description of an entity as HTML: with links to others, never to itself."""
    blocks = markdown.render(entity.about).blocks
    found = [[spot for spot in spots_in(block.html, names) if spot.entity != entity.pk] for block in blocks]
    linked = iter(choose(((0, spots) for spots in found), "first-in-article"))
    parts = []
    for block, spots in zip(blocks, found, strict=True):
        links = links_of(spots, [next(linked) for _ in spots], names)
        parts.append(block.before + weave(block.html, links) + block.after)
    return "".join(parts)


def spots_in(html: str, names: Names) -> list[Spot]:
    return understood_among(resolve(html, names.lexicon), names)


def understood_among(occurrences: Iterable[Occurrence], names: Names) -> list[Spot]:
    return [spot for occurrence in occurrences if (spot := understood(occurrence, names))]


def unclear_among(
    occurrences: Iterable[Occurrence], passage: Passage, names: Names, decisions: Decisions
) -> list[Occurrence]:
    """Those that no editor decided either."""
    decided = list(decisions.places_in(passage.text))
    return [
        one
        for one in occurrences
        if understood(one, names) is None
        and not any(one.start < end and start < one.end for start, end, _ in decided)
    ]


def understood(occurrence: Occurrence, names: Names) -> Spot | None:
    """None for a spelling that several entities share, and for words linked by hand to a name that nobody has."""
    by_hand = occurrence.by_hand is not None
    entity = names.meant_by(occurrence.by_hand) if by_hand else occurrence.entity
    if entity is None:
        return None
    return Spot(occurrence.start, occurrence.end, entity, occurrence.alias, occurrence.anchorable, by_hand)


def decide(spots: list[Spot], passage: Passage, names: Names, decisions: Decisions) -> list[Spot]:
    """What an editor decided about a place goes before what was found there."""
    for start, end, entity in decisions.places_in(passage.text):
        spots = [spot for spot in spots if spot.end <= start or spot.start >= end]
        if entity in names.slugs:
            spots.append(Spot(start, end, entity, None, anchorable(passage.html, start, end), True))
    return sorted(spots, key=lambda spot: spot.start)


def section_numbers(passages: Iterable[Passage]) -> list[int]:
    number, numbers = 0, []
    for passage in passages:
        number += passage.level == SECTION_LEVEL
        numbers.append(number)
    return numbers


def choose(sections: Iterable[tuple[int, list[Spot]]], policy: Policy) -> list[bool]:
    seen = [
        Seen(section, spot.entity, spot.anchorable, spot.chosen)
        for section, spots in sections
        for spot in spots
    ]
    return which_link(seen, policy)


def woven(passage: Passage, spots: list[Spot], linked: list[bool], names: Names) -> Spotted:
    links = links_of(spots, linked, names)
    html = weave(passage.html, links) if links or "data-entity" in passage.html else passage.html
    bounds = sentences.split(passage.text) if spots else []
    mentions = [
        Mention(
            passage=passage,
            entity_id=spot.entity,
            alias_id=spot.alias,
            start=spot.start,
            end=spot.end,
            sentence=sentences.holding(bounds, spot.start, spot.end)[0],
            surface=passage.text[spot.start : spot.end][:400],
            linked=is_link,
        )
        for spot, is_link in zip(spots, linked, strict=True)
    ]
    return Spotted(passage, html, mentions)


def links_of(spots: list[Spot], linked: list[bool], names: Names) -> list[Link]:
    chosen = [spot for spot, is_link in zip(spots, linked, strict=True) if is_link]
    return [Link(spot.start, spot.end, names.address_of(spot.entity)) for spot in chosen]
