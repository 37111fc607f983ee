"""Where the words of a quote stand in what readers read now: in exactly one passage, or an editor is told more."""

from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from rapidfuzz import fuzz

from articles.models import Edition, Passage

LONGEST = 2000
MOST_COMPARED = 1000


def place_of(quote: str, editions: QuerySet[Edition]) -> tuple[Passage, str]:
    """The passage, and the words as they stand in it: what was pasted may have lost its line breaks."""
    passages = Passage.objects.filter(edition__in=editions)
    for words in dict.fromkeys((quote, " ".join(quote.split()))):
        if found := holding(words, passages):
            return only(found), words
    closest = nearest(quote, passages.only("text")[:MOST_COMPARED])
    hint = f" The nearest words are: “{closest}”" if closest else ""
    raise ValidationError(f"These words are not in the article as readers have it.{hint}")


def holding(words: str, passages: QuerySet[Passage]) -> list[Passage]:
    candidates = (
        passages.filter(text__contains=words)
        .select_related("edition__article")
        .order_by("edition", "position")
    )
    return [passage for passage in candidates if words in passage.text]


def only(found: Sequence[Passage]) -> Passage:
    if len(found) > 1:
        titles = ", ".join(dict.fromkeys(f"“{passage.edition.title}”" for passage in found))
        raise ValidationError(
            f"These words stand in {len(found)} passages, of {titles}: quote more of them, or name the article."
        )
    return found[0]


def nearest(quote: str, passages: Iterable[Passage]) -> str:
    best = max(
        ((fuzz.partial_ratio_alignment(quote, passage.text), passage.text) for passage in passages),
        key=lambda pair: pair[0].score,
        default=None,
    )
    return best[1][best[0].dest_start : best[0].dest_end] if best else ""
