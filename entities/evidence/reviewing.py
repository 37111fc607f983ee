"""Looking after evidence: how each quote fares in the editions that came after the one it was taken from."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from articles.models import Edition, Passage
from entities.evidence.anchoring import Block, Found, find_again
from entities.models import Evidence, EvidenceReview


@transaction.atomic
def review(edition: Edition) -> int:
    """Rebuild what is known of all quotes from earlier editions of the article; returns how many need an editor."""
    EvidenceReview.objects.filter(edition=edition).delete()
    passages = {passage.key: passage for passage in edition.passages.all()}
    blocks = [Block(passage.key, passage.text) for passage in passages.values()]
    bring_along(edition, passages, blocks)
    earlier = Evidence.objects.filter(
        passage__edition__article=edition.article, passage__edition__number__lt=edition.number
    )
    reviews = [_review(one, edition, passages, blocks) for one in earlier.select_related("passage")]
    EvidenceReview.objects.bulk_create(reviews)
    return sum(one.state != EvidenceReview.State.INTACT for one in reviews)


@transaction.atomic
def review_articles(articles: Iterable[int] | QuerySet) -> None:
    """After an editor laid, changed or took away evidence that quotes these."""
    for edition in Edition.objects.unended().filter(article__in=articles):
        review(edition)


def bring_along(edition: Edition, passages: dict[str, Passage], blocks: list[Block]) -> None:
    """Quotes from an edition that was replaced before anybody read it move to this one, where their words stand."""
    unread = edition.article.editions.never_live()
    for one in Evidence.objects.filter(passage__edition__in=unread).select_related("passage"):
        found = find_again(one.quote, Block(one.passage.key, one.passage.text), blocks)
        if found.state == EvidenceReview.State.INTACT:
            Evidence.objects.filter(pk=one.pk).update(passage=passages[found.key])


def _review(
    evidence: Evidence, edition: Edition, passages: dict[str, Passage], blocks: list[Block]
) -> EvidenceReview:
    found: Found = find_again(evidence.quote, Block(evidence.passage.key, evidence.passage.text), blocks)
    return EvidenceReview(
        evidence=evidence,
        edition=edition,
        state=found.state,
        passage=passages.get(found.key),
        proposal=found.words if found.state == EvidenceReview.State.REWORDED else "",
    )


def editions_to_review() -> QuerySet[Edition]:
    """Every edition that readers can read, or will, of articles that something rests on."""
    quoted = Evidence.objects.filter(passage__edition__article=OuterRef("article"))
    return Edition.objects.unended().filter(Exists(quoted)).select_related("article").order_by("pk")
