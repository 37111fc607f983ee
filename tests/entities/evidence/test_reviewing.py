from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.models import Edition
from entities.evidence.reviewing import editions_to_review, review, review_articles
from entities.models import Event, Evidence, EvidenceReview
from tests import cast

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
BODY = "Today Huawei orders its chips from SMIC.\n\nNobody knows when SMIC will catch up."
QUOTE = "Huawei orders its chips from SMIC"
REWORDED = BODY.replace("its chips", "all its chips")
REMOVED = "Nobody knows when SMIC will catch up."


@pytest.fixture
def edition():
    return cast.published(body=BODY)


@pytest.fixture
def evidence(edition):
    return cast.quoted(cast.event(rests_on=None), edition, QUOTE)


def reviewed(edition: Edition) -> list[tuple[str, str, str]]:
    """State, the words of the passage where it stands, proposal."""
    rows = EvidenceReview.objects.filter(edition=edition).select_related("passage")
    return [(row.state, row.passage.text if row.passage else "", row.proposal) for row in rows]


class TestPublishing:
    def test_the_same_words_leaves_them_intact_wherever_they_stand_now(self, edition, evidence):
        second = cast.republished(
            edition, f"First this.\n\n{REMOVED}\n\nToday Huawei orders its chips from SMIC."
        )
        assert reviewed(second) == [("intact", "Today Huawei orders its chips from SMIC.", "")]

    def test_other_words_proposes_them_and_moves_nothing(self, edition, evidence):
        second = cast.republished(edition, REWORDED)
        ((state, text, proposal),) = reviewed(second)
        assert (state, proposal) == ("reworded", "Huawei orders all its chips from SMIC")
        assert proposal in text
        evidence.refresh_from_db()
        assert (evidence.passage.edition, evidence.quote) == (edition, QUOTE)

    def test_without_the_words_says_that_they_went(self, edition, evidence):
        assert reviewed(cast.republished(edition, REMOVED)) == [("removed", "", "")]

    def test_the_old_words_again_makes_them_intact_again(self, edition, evidence):
        cast.republished(edition, REMOVED)
        third = cast.republished(edition, BODY)
        assert [state for state, *_ in reviewed(third)] == ["intact"]
        assert not EvidenceReview.objects.needing_an_editor().exists()

    def test_says_nothing_about_evidence_of_other_articles(self, evidence):
        other = cast.published("other", body=BODY)
        assert reviewed(cast.republished(other, REMOVED)) == []

    def test_asks_no_editor_about_words_that_readers_no_longer_read(self, edition, evidence):
        cast.republished(edition, REMOVED)
        assert EvidenceReview.objects.needing_an_editor().get().evidence == evidence
        edition.article.withdraw()
        assert not EvidenceReview.objects.needing_an_editor().exists()


class TestAScheduledEdition:
    def test_is_reviewed_at_once_and_counts_from_its_own_time(self, edition, evidence):
        begins = timezone.now() + HOUR
        second = cast.republished(edition, REMOVED, at=begins)
        assert reviewed(second) == [("removed", "", "")]
        before, after = begins - timedelta(seconds=1), begins
        assert not EvidenceReview.objects.needing_an_editor(before).exists()
        assert EvidenceReview.objects.needing_an_editor(after).exists()

    def test_that_is_replaced_hands_on_what_rests_on_words_that_still_stand(self, edition):
        second = cast.republished(edition, REWORDED, at=timezone.now() + HOUR)
        evidence = cast.quoted(cast.event(rests_on=None), second, "all its chips")
        third = cast.republished(edition, f"Now first.\n\n{REWORDED}", at=timezone.now() + 2 * HOUR)
        evidence.refresh_from_db()
        assert evidence.passage.edition == third
        assert Event.objects.public(third.live_from).exists()

    def test_that_is_replaced_asks_about_words_that_went_and_stays_unread(self, edition):
        second = cast.republished(edition, REWORDED, at=timezone.now() + HOUR)
        cast.quoted(cast.event(rests_on=None), second, "all its chips")
        third = cast.republished(edition, BODY)
        assert EvidenceReview.objects.needing_an_editor().get().edition == third
        long_after = timezone.now() + 5 * HOUR
        assert not Event.objects.public(long_after).exists()
        assert list(Edition.objects.readable(long_after)) == [edition, third]
        assert not Edition.objects.upcoming().exists()

    def test_that_is_cancelled_leaves_the_live_one_as_it_was(self, edition):
        second = cast.republished(edition, REWORDED, at=timezone.now() + HOUR)
        cast.quoted(cast.event(rests_on=None), second, "all its chips")
        edition.article.cancel_schedule()
        edition.refresh_from_db()
        assert edition.live_until is None
        assert Edition.objects.live(timezone.now() + 2 * HOUR).get() == edition

    def test_that_nobody_read_does_not_say_since_when_the_article_is_published(self):
        unread = cast.write(body=BODY).publish(editor=None, at=timezone.now() + HOUR)
        cast.quoted(cast.event(rests_on=None), unread, QUOTE)
        edition = cast.republished(unread, BODY)
        assert edition.first_published == edition.live_from < unread.live_from


class TestReviewing:
    def test_twice_is_the_same_as_once(self, edition, evidence):
        second = cast.republished(edition, REWORDED)
        before = reviewed(second)
        assert review(second) == 1
        assert reviewed(second) == before

    def test_an_article_follows_what_an_editor_decided(self, edition, evidence):
        second = cast.republished(edition, REWORDED)
        proposal = EvidenceReview.objects.get()
        Evidence.objects.update(passage=proposal.passage, quote=proposal.proposal)
        review_articles([edition.article_id])
        assert reviewed(second) == []
        third = cast.republished(edition, BODY)
        assert [state for state, *_ in reviewed(third)] == ["reworded"]

    def test_an_article_looks_at_evidence_that_was_laid_on_an_older_edition(self, edition):
        second = cast.republished(edition, REMOVED)
        cast.quoted(cast.event(rests_on=None), edition, QUOTE)
        review_articles([edition.article_id])
        assert reviewed(second) == [("removed", "", "")]

    def test_is_for_what_readers_can_read_and_will_of_articles_that_something_rests_on(
        self, edition, evidence
    ):
        second = cast.republished(edition, REWORDED)
        third = cast.republished(edition, BODY, at=timezone.now() + HOUR)
        cast.published("other")
        assert list(editions_to_review()) == [second, third]
        edition.article.withdraw()
        assert list(editions_to_review()) == []


def check() -> list[str]:
    out = StringIO()
    call_command("check_evidence", stdout=out)
    return out.getvalue().splitlines()


class TestCheckEvidence:
    def test_lists_what_needs_an_editor(self, edition, evidence):
        cast.quoted(cast.event("catching-up", rests_on=None), edition, "will catch up")
        cast.republished(edition, REWORDED)
        assert check() == [
            "editions: 1 of 1",
            "reworded in needs, edition 2: “Huawei orders its chips from SMIC”, for the event Orders-Move",
            "1 quote needs an editor.",
        ]

    def test_names_every_kind_of_claim(self, edition):
        huawei, smic, _ = cast.duo()
        fact = huawei.facts.create(label="Supplier", value="SMIC")
        relation = huawei.relations_from.create(kind="customer-of", object=smic)
        for claim in (fact, relation):
            cast.quoted(claim, edition, QUOTE)
        cast.republished(edition, REMOVED)
        lines = check()
        assert [line.rsplit(", for the ")[1] for line in lines[1:-1]] == [
            "fact Supplier: SMIC",
            "relation Huawei is a major customer of SMIC",
        ]
        assert lines[-1] == "2 quotes need an editor."

    def test_makes_good_what_was_lost(self, edition, evidence):
        cast.republished(edition, REMOVED)
        EvidenceReview.objects.all().delete()
        assert check()[-1] == "1 quote needs an editor."

    def test_with_nothing_to_check_says_so(self):
        assert check() == ["0 quotes need an editor."]


class TestAReview:
    """It is about the words as they were when it was made: evidence that has moved since is not what it speaks of."""

    def test_of_evidence_that_moved_to_a_later_edition_counts_no_more(self, edition, evidence):
        second = cast.republished(edition, REWORDED)
        Evidence.objects.update(passage=cast.passage(second, "all its chips"), quote="all its chips")
        assert not EvidenceReview.objects.needing_an_editor().exists()

    def test_of_evidence_that_moved_to_another_article_counts_no_more(self, edition, evidence):
        cast.republished(edition, REMOVED)
        other = cast.published("other", body=BODY)
        Evidence.objects.update(passage=cast.passage(other, QUOTE))
        assert not EvidenceReview.objects.needing_an_editor().exists()

    def test_of_evidence_that_rests_on_a_source_now_counts_no_more(self, edition, evidence):
        cast.republished(edition, REMOVED)
        Evidence.objects.update(passage=None, quote="", source=cast.source())
        assert not EvidenceReview.objects.needing_an_editor().exists()
