"""What became of words of an edition: where they stand today, or which edition changed them or took them out."""

from dataclasses import dataclass

from articles.models import Edition, Passage
from entities.evidence.anchoring import Block, State, find_again


@dataclass(frozen=True, slots=True)
class Fate:
    """`key` is the passage of today's edition where they stand, or where they or what took their place would be; else "".

    Of words that no longer stand `last` is the passage that had them last, and `lost_in` the next edition that readers saw.
    """

    state: State
    key: str = ""
    last: Passage | None = None
    lost_in: Edition | None = None

    @property
    def stands(self) -> bool:
        return self.state == "intact"


def fate_of(words: str, passage: Passage, live: Edition) -> Fate:
    """Of words of a passage, whose edition readers can read, of the article that `live` is today's edition of."""
    blocks = blocks_of(live)
    today = find_again(words, block_of(passage), blocks)
    if today.state == "intact":
        return Fate("intact", today.key)
    last = last_holder(words, passage, live)
    lost_in = history(live).filter(number__gt=last.edition.number).earliest("number")
    found = find_again(words, block_of(last), blocks_of(lost_in)) if lost_in != live else today
    same_place = passage.key if any(block.key == passage.key for block in blocks) else ""
    return Fate(found.state, today.key or same_place, last, lost_in)


def last_holder(words: str, passage: Passage, live: Edition) -> Passage:
    later = history(live).filter(number__gt=passage.edition.number)
    holding = Passage.objects.filter(edition__in=later, text__contains=words)
    newest = holding.select_related("edition").defer("edition__body").order_by("-edition__number", "position")
    return next((one for one in newest if words in one.text), passage)  # SQLite disregards case


def history(live: Edition):
    return Edition.objects.readable().filter(article=live.article_id).for_lists()


def blocks_of(edition: Edition) -> list[Block]:
    return [Block(*row) for row in edition.passages.order_by("position").values_list("key", "text")]


def block_of(passage: Passage) -> Block:
    return Block(passage.key, passage.text)
