"""What changes in the text itself between what readers read and what they would read: words, headings, links, evidence."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.comparing.diff import BlockChange, Summary, difference, summary
from articles.models import Edition, Passage
from articles.sentences import around
from articles.views.article import blocks_of
from entities.models import Entity, EvidenceReview, Mention

LABELS = {
    "byline": "Byline",
    "series": "Series",
    "part": "Part in the series",
    "lead_image": "Lead image",
    "lead_image_alt": "Description of the image",
}
FEW = 12  # passages that changed, which are shown without being asked for


@dataclass(frozen=True, slots=True)
class Moved:
    """A heading whose old address leads to `to` from now on."""

    text: str
    key: str
    to: Passage


@dataclass(frozen=True, slots=True)
class Links:
    """To one entity: how many there were, how many there would be, and a sentence with one of them."""

    entity: Entity
    before: int
    after: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Words:
    changes: list[BlockChange]
    summary: Summary
    about: list[tuple[str, object, object]]
    headings: list[Moved]
    links: list[Links]
    lost_evidence: list[EvidenceReview]
    lost_before: int

    @property
    def are_the_same(self) -> bool:
        return not self.about and all(change.state == "same" for change in self.changes)

    @property
    def is_short(self) -> bool:
        return sum(change.state != "same" for change in self.changes) <= FEW


def words(old: Edition | None, new: Edition | None) -> Words:
    """`old` is None for what readers cannot read yet, `new` for what they would not read any more."""
    changes = difference(blocks_of(old) if old else [], blocks_of(new) if new else [])
    known = {review.evidence_id for review in lost_in(old)}
    lost = lost_in(new)
    return Words(
        changes=changes,
        summary=summary(changes),
        about=list(about(old, new)) if old and new else [],
        headings=list(moved_headings(old, new)) if old and new else [],
        links=links(old, new),
        lost_evidence=[review for review in lost if review.evidence_id not in known],
        lost_before=sum(review.evidence_id in known for review in lost),
    )


def about(old: Edition, new: Edition) -> Iterator[tuple[str, object, object]]:
    for name, label in LABELS.items():
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield label, before, after


def moved_headings(old: Edition, new: Edition) -> Iterator[Moved]:
    passages = list(new.passages.all())
    kept = {passage.key for passage in passages}
    heirs = {key: passage for passage in passages for key in passage.former_keys}
    for heading in old.passages.filter(kind="heading").order_by("position"):
        if heading.key not in kept:
            yield Moved(heading.text, heading.key, heirs[heading.key])


def links(old: Edition | None, new: Edition | None) -> list[Links]:
    before, after = linked_in(old), linked_in(new)
    there, then = counts(before), counts(after)
    samples = {mention.entity: mention for mention in (*before, *after)}
    return [
        Links(entity, there[entity], then[entity], sentence_of(samples[entity]))
        for entity in sorted(samples, key=lambda entity: entity.name.lower())
        if there[entity] != then[entity]
    ]


def linked_in(edition: Edition | None) -> list[Mention]:
    mentions = Mention.objects.filter(passage__edition=edition, linked=True, entity__public=True)
    texts = ("entity__about", "entity__about_html", "passage__html", "passage__before", "passage__after")
    return list(mentions.select_related("entity", "passage").defer(*texts)) if edition else []


def counts(mentions: Iterable[Mention]) -> Counter[Entity]:
    return Counter(mention.entity for mention in mentions)


def sentence_of(mention: Mention) -> str:
    begin, end = around(mention.passage.text, mention.start, mention.end)
    return mention.passage.text[begin:end]


def lost_in(edition: Edition | None) -> list[EvidenceReview]:
    """How quotes fare whose words it rewords or leaves out."""
    if edition is None:
        return []
    claims = ("event", "fact__entity", "relation__subject", "relation__object")
    reviews = EvidenceReview.objects.filter(edition=edition).exclude(state=EvidenceReview.State.INTACT)
    return list(reviews.select_related(*(f"evidence__{claim}" for claim in claims)))
