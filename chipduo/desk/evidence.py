"""Words behind a claim that an edition has reworded or removed: to be kept, quoted anew or taken away."""

from functools import reduce
from operator import or_

from django.db.models import CharField, Exists, F, OuterRef, Q, Value
from django.db.models.functions import Cast, Concat

from articles.models import Passage
from chipduo.desk.claims import ENDS, edit_link, page_of
from chipduo.desk.keeping import kept
from chipduo.desk.queue import Answer, Queue, Reply, Row, Runs, plain, sentence_of
from entities.evidence.mending import requote, take_away
from entities.models import Evidence, EvidenceReview
from entities.models.one_of import CLAIMS
from entities.telling import said

LAST = "Nothing else supports it: without these words readers will not see it."


class ChangedEvidence(Queue):
    slug = "evidence"
    title = "Evidence reworded or removed"
    why = "A claim says that an article supports it, and readers who look will not find those words."
    sees = "entities.view_evidencereview"
    settles = "entities.change_evidence"
    leave = "Keep the quote of the earlier edition"

    def things(self):
        """Asked again when words that were reworded are removed, but not at every new edition."""
        beside = reduce(or_, (Q(**{claim: OuterRef(f"evidence__{claim}")}) for claim in CLAIMS))
        others = Evidence.objects.filter(beside).exclude(pk=OuterRef("evidence"))
        return (
            EvidenceReview.objects.needing_an_editor()
            .annotate(
                key=Concat(Cast("evidence_id", CharField()), Value("."), "state"),
                has_others=Exists(others),
                before=F("evidence__passage__edition__number"),
            )
            .select_related(
                "edition__article",
                "passage",
                "evidence__passage",
                "evidence__event",
                *(f"evidence__{end}" for end in ENDS),
            )
            .order_by("-edition__live_from", "pk")
        )

    def row(self, review: EvidenceReview) -> Row:
        evidence, now = review.evidence, review.edition
        lines = [(f"In edition {review.before}", in_its_sentence(evidence.passage, evidence.quote))]
        if review.proposal and review.passage:
            lines.append((f"In edition {now.number}, now", in_its_sentence(review.passage, review.proposal)))
        else:
            lines.append((f"In edition {now.number}, now", plain("These words are gone.")))
        answers = [Answer("remove", "Take the evidence away")]
        if review.proposal and review.passage:
            answers.insert(0, Answer("requote", "Quote the new words"))
        rests = f"“{said(evidence.claim)}” rests on it. {'' if review.has_others else LAST}"
        return Row(review.key, lines, [edit_link(evidence.claim)], rests.strip(), answers)

    def settle(self, review: EvidenceReview, reply: Reply) -> None:
        page = page_of(review.evidence.claim)
        if reply.answer == "requote":
            with kept(reply.editor, page, "Quoted the new words of an article."):
                requote(review)
        else:
            with kept(reply.editor, page, "Took away evidence whose words an article no longer has."):
                take_away(review.evidence)


def in_its_sentence(passage: Passage, words: str) -> Runs:
    start = passage.text.find(words)
    return sentence_of(passage.text, start, start + len(words)) if start >= 0 else [(words, True)]
