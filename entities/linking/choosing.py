"""What a passage names, and which of these mentions become links.

Steps for a caller: `resolve` finds the mentions of each passage, `which_link` chooses among those of an article, `weave`
makes the chosen ones links.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from entities.linking.layout import ByHand, lay_out
from entities.linking.lexicon import Lexicon, Match
from entities.linking.spans import leftmost_longest, overlapping
from entities.linking.weaving import Link, weave

__all__ = [
    "POLICIES",
    "ByHand",
    "Link",
    "Occurrence",
    "Policy",
    "Seen",
    "anchorable",
    "by_hand",
    "resolve",
    "weave",
    "which_link",
]

Policy = Literal["first-in-section", "first-in-article", "every"]
POLICIES: tuple[Policy, ...] = get_args(Policy)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Code points `start` to `end` of a passage's text that name an entity.

    `anchorable`: it can be a link. `by_hand`: the name that the author linked the words to; whom it means is for the
    caller to find. Where the spelling is shared, `entity` is None and all its owners are candidates.
    """

    start: int
    end: int
    entity: int | None
    alias: int | None
    candidates: tuple[int, ...]
    anchorable: bool
    by_hand: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    section: int
    entity: int
    anchorable: bool
    by_hand: bool = False


def resolve(html: str, lexicon: Lexicon) -> list[Occurrence]:
    """What the passage names, in order and without overlap.

    1. Words linked by hand. No name of the lexicon is looked for in them, even if nobody has theirs.
    2. The leftmost longest of the matches that can be links: where a longer name runs across markup, as in
       `Huawei *SMIC*`, the names inside it. A shared spelling links to nothing, and neither does a name inside it.
    3. Of what is left, the leftmost longest: mentions that cannot be links, such as those in a heading.
    """
    layout = lay_out(html)
    free = [
        match
        for match in lexicon.find_all(layout.text)
        if not overlapping(layout.by_hand, match.start, match.end)
    ]
    contenders = leftmost_longest(
        match for match in free if match.entity is None or layout.holds(match.start, match.end)
    )
    links = [match for match in contenders if match.entity is not None]
    others = leftmost_longest(match for match in free if not overlapping(links, match.start, match.end))
    occurrences = [
        *(
            Occurrence(hand.start, hand.end, None, None, (), hand.linkable, hand.name)
            for hand in layout.by_hand
        ),
        *(_occurrence(match, anchorable=True) for match in links),
        *(_occurrence(match, anchorable=False) for match in others),
    ]
    return sorted(occurrences, key=lambda occurrence: occurrence.start)


def which_link(seen: Sequence[Seen], policy: Policy = "first-in-section") -> list[bool]:
    """For each mention of an article, in order, whether it is a link.

    One by hand always is, and counts as the first of its section or article wherever it stands: none is added to it.
    """
    linked = {_scope(one, policy) for one in seen if one.by_hand and one.anchorable}
    answers = []
    for one in seen:
        scope = _scope(one, policy)
        links = one.anchorable and (one.by_hand or policy == "every" or scope not in linked)
        if links:
            linked.add(scope)
        answers.append(links)
    return answers


def anchorable(html: str, start: int, end: int) -> bool:
    """Whether these code points of the visible text can be one link: see `Layout.holds`."""
    return lay_out(html).holds(start, end)


def by_hand(html: str) -> list[ByHand]:
    """The words that the author linked to a name."""
    return list(lay_out(html).by_hand)


def _occurrence(match: Match, *, anchorable: bool) -> Occurrence:
    return Occurrence(match.start, match.end, match.entity, match.alias, match.candidates, anchorable)


def _scope(one: Seen, policy: Policy) -> tuple[int, int]:
    return (one.section if policy == "first-in-section" else 0, one.entity)
