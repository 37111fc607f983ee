"""What an editor decides about words behind a claim that an edition has reworded or removed."""

from django.db import transaction

from entities.evidence.reviewing import review_articles
from entities.models import Claimed, Evidence, EvidenceReview
from entities.recording import record_saved


@transaction.atomic
def requote(review: EvidenceReview) -> None:
    """The claim rests on the words that took the place of the quote, in the edition that has them."""
    evidence = review.evidence
    evidence.passage, evidence.quote = review.passage, review.proposal
    evidence.full_clean()
    evidence.save(update_fields=["passage", "quote"])
    review_articles([review.edition.article_id])
    record_claim(evidence.claim)


@transaction.atomic
def take_away(evidence: Evidence) -> None:
    """A claim that rested on nothing else is not shown to readers any more."""
    claim = evidence.claim
    evidence.delete()
    record_claim(claim)


@transaction.atomic
def rest_on(claim: Claimed, source) -> None:
    support = Evidence(**{claim._meta.model_name: claim}, source=source)
    support.full_clean()
    support.save()
    record_claim(claim)


def record_claim(claim: Claimed) -> None:
    record_saved(type(claim).objects.filter(pk=claim.pk))
