import pytest

from entities.models import Evidence, EvidenceReview
from tests import cast
from tests.desk import edda, form_on, text_of

pytestmark = pytest.mark.django_db

QUEUE = "/admin/queues/evidence/"
ORDERS = "Huawei orders its chips from SMIC"


@pytest.fixture
def reworded():
    edition = cast.published()
    evidence = cast.quoted(cast.event(rests_on=None), edition, ORDERS)
    cast.republished(edition, cast.NEEDS.replace("orders its chips", "orders most of its chips"))
    return evidence


def key() -> str:
    review = EvidenceReview.objects.needing_an_editor().get()
    return f"{review.evidence_id}.{review.state}"


class TestChangedEvidence:
    def test_shows_the_words_then_and_now_in_their_sentences(self, reworded):
        page = text_of(edda().get(QUEUE))
        assert f"Since the rules changed, <mark>{ORDERS}</mark>." in page
        assert "<mark>Huawei orders most of its chips from SMIC</mark>" in page
        assert "Nothing else supports it" in page

    def test_is_quoted_anew_in_one_click(self, reworded):
        edda().post(QUEUE, {"settle": f"requote {key()}"})
        reworded.refresh_from_db()
        assert reworded.quote == "Huawei orders most of its chips from SMIC"
        assert reworded.passage.edition.number == 2
        assert not EvidenceReview.objects.needing_an_editor().exists()

    def test_is_quoted_in_no_words_but_those_that_were_shown(self, reworded):
        """A later edition has reworded them again since the page was made."""
        desk = edda()
        sent = {"shown": form_on(desk.get(QUEUE))["shown"], "settle": f"requote {key()}"}
        edition = EvidenceReview.objects.needing_an_editor().get().edition
        cast.republished(edition, cast.NEEDS.replace("orders its chips", "orders nearly all of its chips"))
        page = text_of(desk.post(QUEUE, sent, follow=True))
        assert "changed since this page was made" in page and "orders nearly all of its chips" in page
        reworded.refresh_from_db()
        assert reworded.quote == ORDERS

    def test_is_taken_away_in_one_click_and_can_be_gone_back_to(self, reworded):
        desk = edda()
        desk.post(QUEUE, {"settle": f"remove {key()}"})
        assert not Evidence.objects.filter(pk=reworded.pk).exists()
        history = text_of(desk.get(f"/admin/entities/event/{reworded.event_id}/history/"))
        assert "Took away evidence" in history

    def test_that_was_kept_is_asked_again_when_its_words_go(self, reworded):
        desk = edda()
        desk.post(QUEUE, {"settle": f"leave {key()}"})
        assert "Nothing waits here." in text_of(desk.get(QUEUE))
        edition = cast.republished(
            reworded.passage.edition, cast.NEEDS.replace("orders its", "orders its new")
        )
        assert "Nothing waits here." in text_of(desk.get(QUEUE))
        cast.republished(edition, "Nothing of it is left here at all, and nothing is like it.")
        assert "These words are gone." in text_of(desk.get(QUEUE))

    def test_offers_no_new_words_where_there_are_none(self, reworded):
        cast.republished(reworded.passage.edition, "Gone.")
        desk = edda()
        page = text_of(desk.get(QUEUE))
        assert "Quote the new words" not in page
        desk.post(QUEUE, {"settle": f"requote {key()}"})
        reworded.refresh_from_db()
        assert reworded.quote == ORDERS
