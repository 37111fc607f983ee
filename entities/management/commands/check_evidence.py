"""Every quote held against the text as it is now, and what an editor should look at."""

from django.core.management.base import BaseCommand

from entities.evidence.reviewing import editions_to_review, review
from entities.models import EvidenceReview
from entities.recording import record_all
from entities.watching import Progress


class Command(BaseCommand):
    help = "Hold the quotes that claims rest on against the editions that came after, and list what needs an editor."

    def handle(self, *args, **options) -> None:
        editions = list(editions_to_review().defer("body", "article__body"))
        for edition in Progress(self.stdout)(editions, "editions"):
            review(edition)
        record_all()
        claims = [
            f"evidence__{name}" for name in ("event", "fact__entity", "relation__subject", "relation__object")
        ]
        needing = EvidenceReview.objects.needing_an_editor().select_related("edition__article", *claims)
        for one in needing:
            self.stdout.write(told(one))
        self.stdout.write(
            f"{len(needing)} {'quote needs' if len(needing) == 1 else 'quotes need'} an editor."
        )


def told(one: EvidenceReview) -> str:
    evidence, edition = one.evidence, one.edition
    return f"{one.state} in {edition.article.slug}, edition {edition.number}: “{evidence.quote}”, for the {evidence.supports} {evidence.claim}"
