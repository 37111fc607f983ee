"""Reading a document for what could be made of it. Nothing that is here already is proposed again."""

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import pairwise

from articles.importing.drafts import Draft
from articles.importing.placing import Plan
from articles.importing.slugs import slug_of
from articles.steps import Step
from chipduo.intake.proposals import Happening, Name, Part, Proposals, Tie
from chipduo.intake.sentences import Sentence, blocks_of, sentences_in
from chipduo.intake.verbs import kinds_between, listed
from entities.linking.names import current_names
from entities.linking.spotting import Spot
from entities.models import Alias, Entity, Event, Relation
from entities.relations.kinds import KINDS

MOST = 100  # of each kind: what comes after is proposed when these are made
LONGEST_TITLE = 120


def propose(plan: Plan, drafts: Sequence[Draft]) -> Generator[Step, None, Proposals]:
    read = yield from sentences_read(drafts)
    counts = Counter(spot.entity for sentence in read for spot in sentence.spots)
    entities = Entity.objects.for_lists().in_bulk(list(counts))
    names = list(unknown_to_all(read))
    happenings = list(not_here(happenings_in(read, entities)))
    ties = list(new_ties(ties_in(read, entities)))
    return Proposals(
        tuple(map(Part, plan.places)),
        tuple((entities[pk], count) for pk, count in counts.most_common(MOST) if pk in entities),
        tuple(names[:MOST]),
        tuple(happenings[:MOST]),
        tuple(ties[:MOST]),
        max(len(names), len(happenings), len(ties)) > MOST,
    )


def sentences_read(drafts: Sequence[Draft]) -> Generator[Step, None, list[Sentence]]:
    blocks, names, read = blocks_of(drafts), current_names(), []
    for number, block in enumerate(blocks, 1):
        read += sentences_in(block, names)
        yield Step(number, len(blocks), "paragraphs read")
    return read


def unknown_to_all(read: Iterable[Sentence]) -> Iterator[Name]:
    """Names that no entity has, private ones included; the most frequent first."""
    first: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for sentence in read:
        for text in sentence.unknown:
            first.setdefault(text, sentence.words)
            counts[text] += 1
    taken = set(Alias.objects.filter(text__in=list(first)).values_list("text", flat=True))
    for text, count in counts.most_common():
        if text not in taken:
            yield Name(text, count, first[text])


def happenings_in(read: Iterable[Sentence], entities: dict[int, Entity]) -> Iterator[Happening]:
    """A sentence with a date that names somebody known."""
    for sentence in read:
        named = tuple(
            entities[pk] for pk in dict.fromkeys(spot.entity for spot in sentence.spots) if pk in entities
        )
        if sentence.dates and named:
            title, told = shortened(sentence.words), sentence.words
            event = Event(title=title, slug=slug_of(title), summary=told, when=sentence.dates[0].when)
            yield Happening(event, named, told)


def not_here(happenings: Iterable[Happening]) -> Iterator[Happening]:
    """A sentence is known by its words, whatever title its event has now."""
    found = {one.key: one for one in happenings}.values()
    told = [one.sentence for one in found]
    here = set(Event.objects.filter(summary__in=told).values_list("summary", flat=True))
    return (one for one in found if one.sentence not in here)


def ties_in(read: Iterable[Sentence], entities: dict[int, Entity]) -> Iterator[Tie]:
    """Of two that stand beside each other, with words around them that join such as they are; and of those listed after them."""
    for sentence in read:
        spots = [spot for spot in sentence.spots if spot.entity in entities]
        for number, (one, other) in enumerate(pairwise(spots), 1):
            named = entities[one.entity], entities[other.entity]
            around = sentence.between(one, other), sentence.before(one), sentence.after(other)
            way = next((way for way in kinds_between(*around) if fits(relation_of(way, *named))), None)
            for last in [other, *listed_after(sentence, spots[number:])] if way else ():
                relation = relation_of(way, named[0], entities[last.entity])
                if fits(relation):
                    yield Tie(relation, sentence.words)


def listed_after(sentence: Sentence, spots: Sequence[Spot]) -> Sequence[Spot]:
    """After the first: “… for Apple, Nvidia and Qualcomm”."""
    return spots[1 : 1 + listed(sentence.between(one, other) for one, other in pairwise(spots))]


def relation_of(way: tuple[str, bool], one: Entity, other: Entity) -> Relation:
    kind, is_forward = way
    subject, target = (one, other) if is_forward else (other, one)
    return Relation(subject=subject, kind=kind, object=target)


def fits(relation: Relation) -> bool:
    ends = relation.subject.kind, relation.object.kind
    return relation.subject_id != relation.object_id and KINDS[relation.kind].joins(*ends)


def new_ties(ties: Iterable[Tie]) -> Iterator[Tie]:
    found = {one.key: one for one in ties}.values()
    subjects = {one.relation.subject_id for one in found}
    here = set(Relation.objects.filter(subject__in=subjects).values_list("subject", "kind", "object"))
    return (one for one in found if ends_of(one.relation) not in here)


def ends_of(relation: Relation) -> tuple[int, str, int]:
    return relation.subject_id, relation.kind, relation.object_id


def shortened(text: str) -> str:
    """At a word, without the stop at the end."""
    words = " ".join(text.split()).rstrip(".。")
    return words if len(words) <= LONGEST_TITLE else words[: LONGEST_TITLE - 1].rpartition(" ")[0] + "…"
