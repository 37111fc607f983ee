from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from articles.models import Edition
from tests import cast
from tests.desk import change_page_of, edda, form_on, sent, text_of, withdraw_page_of

pytestmark = pytest.mark.django_db


class TestWithdraw:
    def test_is_asked_once_more(self, client):
        article, desk = cast.published().article, edda()
        assert withdraw_page_of(article) in desk.get(change_page_of(article)).content.decode()
        assert "Withdraw it now" in text_of(desk.get(withdraw_page_of(article)))
        assert article.live_edition
        sent(desk, withdraw_page_of(article), "_withdraw")
        assert client.get("/articles/needs/").status_code == 410

    def test_tells_readers_why_at_each_address_it_had(self, client):
        article, desk = cast.published().article, edda()
        sent(desk, withdraw_page_of(article), "_withdraw", note="Its <b>figures</b> were wrong.")
        for address in ("/articles/needs/", "/articles/needs/editions/1/", "/articles/needs.json"):
            assert "Its &lt;b&gt;figures&lt;/b&gt; were wrong." in client.get(address).content.decode()

    def test_refuses_a_note_that_cannot_be_kept_and_gives_it_back(self):
        article, desk = cast.published().article, edda()
        page = sent(desk, withdraw_page_of(article), "_withdraw", note="Null\0")
        assert "Null characters are not allowed." in text_of(page)
        assert article.live_edition

    def test_can_be_of_the_schedule_alone(self):
        edition = cast.published()
        cast.republished(edition, "More.", at=timezone.now() + timedelta(days=9))
        sent(edda(), withdraw_page_of(edition.article), "_cancel_schedule")
        assert edition.article.live_edition == edition
        assert not Edition.objects.upcoming().exists()

    def test_takes_nothing_but_what_was_shown(self):
        edition, desk = cast.published(), edda()
        shown = form_on(desk.get(withdraw_page_of(edition.article)))
        newer = cast.republished(edition, "Put right meanwhile.")
        page = desk.post(withdraw_page_of(edition.article), {**shown, "_withdraw": "1"})
        assert "Nothing is withdrawn yet" in text_of(page)
        assert edition.article.live_edition == newer

    def test_pressed_twice_is_done_once(self):
        article, desk = cast.published().article, edda()
        shown = form_on(desk.get(withdraw_page_of(article)))
        for _ in range(2):
            desk.post(withdraw_page_of(article), {**shown, "_withdraw": "1"})
        assert LogEntry.objects.filter(object_id=str(article.pk)).count() == 1

    def test_is_not_offered_for_a_draft(self):
        article = cast.write()
        assert "Withdraw" not in text_of(edda().get(change_page_of(article)))

    def test_of_nothing_is_not_found(self):
        article = cast.write()
        address = withdraw_page_of(article)
        article.delete()
        assert edda().get(address).status_code == 404

    def test_shows_what_goes_with_it(self):
        huawei, _, _ = cast.duo()
        edition = cast.published(tags=("chips",))
        cast.quoted(
            cast.event("orders", (huawei,), rests_on=None, title="Orders move"), edition, "SMIC may catch up."
        )
        page = text_of(edda().get(withdraw_page_of(edition.article)))
        gone = page.split("What readers would no longer see")[1]
        for words in (
            "Event: <a",
            "Orders move",
            ">Huawei</a>. No article would name it",
            "the tag “chips”",
            "source “Report",
        ):
            assert words in gone
        assert edition.article.live_edition == edition

    def test_shows_what_would_not_appear_without_the_schedule(self):
        article = cast.write()
        article.publish(editor=None, at=timezone.now() + timedelta(days=9))
        page = text_of(edda().get(withdraw_page_of(article)))
        assert "It will not appear." in page
        assert "What this will do" not in page
