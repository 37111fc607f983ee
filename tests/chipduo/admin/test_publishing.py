"""The page between the text and its readers."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Edition
from chipduo.models import User
from entities.models import Entity
from tests import cast
from tests.desk import at_the_desk, change_page_of, edda, form_on, nora, publish_page_of, sent, text_of, wen

pytestmark = pytest.mark.django_db


class TestPublishNow:
    def test_shows_the_words_to_readers(self, client):
        article, desk = cast.write(tags=("chips, small",)), edda()
        response = sent(desk, publish_page_of(article), "_publish", note="First")
        edition = article.editions.get()
        assert (edition.note, edition.editor.username) == ("First", "edda")
        assert list(edition.tags.names()) == ["chips, small"]
        assert b"Huawei designs phones" in client.get("/articles/needs/").content
        assert 'href="/articles/needs/">See the page</a>' in text_of(desk.get(response.url))

    def test_may_end(self):
        article = cast.write()
        sent(edda(), publish_page_of(article), "_publish", until_0="2040-05-01", until_1="10:00")
        assert article.live_edition.live_until.year == 2040

    def test_refused_says_why_and_keeps_the_note(self):
        article, desk = cast.write(body="Words.[^nobody]"), edda()
        response = sent(desk, publish_page_of(article), "_publish", note="Mine")
        assert "no source for the footnote [^nobody]" in text_of(response)
        assert form_on(response)["note"] == "Mine"
        assert "What this will do" not in text_of(response)
        assert not Edition.objects.exists()

    def test_is_not_confused_with_a_time_to_come(self):
        article = cast.write()
        response = sent(edda(), publish_page_of(article), "_publish", at_0="2040-05-01", at_1="10:00")
        assert "press Schedule" in text_of(response)
        assert not Edition.objects.exists()


class TestPublishingACorrection:
    def test_says_that_it_is_one(self, client):
        article = cast.published().article
        sent(edda(), publish_page_of(article), "_publish", note="It was 2014.", is_correction="on")
        assert article.live_edition.is_correction
        assert "It was 2014." in client.get("/corrections/").content.decode()

    @pytest.mark.parametrize("note", ["", "  \n"])
    def test_without_a_note_is_refused(self, note):
        article = cast.published().article
        response = sent(edda(), publish_page_of(article), "_publish", note=note, is_correction="on")
        assert "What changed: Say what was wrong" in text_of(response)
        assert form_on(response)["is_correction"] == "on"
        assert article.editions.count() == 1

    def test_of_what_nobody_has_read_is_refused(self):
        page = publish_page_of(cast.write())
        response = sent(edda(), page, "_publish", note="A slip.", is_correction="on")
        assert "No reader has seen this article yet" in text_of(response)


class TestGoingBackToTheText:
    def test_keeps_the_note_and_the_times_until_it_is_published(self):
        article, desk = cast.published().article, edda()
        page = publish_page_of(article)
        kept = {"note": "A slip.", "is_correction": "on", "until_0": "01/05/2040", "until_1": "10:00:00"}
        assert sent(desk, page, "_back", **kept).url == change_page_of(article)
        assert kept.items() <= form_on(desk.get(page)).items()
        sent(desk, page, "_publish")
        assert article.live_edition.note == "A slip."
        assert "is_correction" not in form_on(desk.get(page))


class TestSchedule:
    def test_takes_the_time_in_the_time_zone_of_its_editor(self):
        article, desk = cast.write(), edda()
        User.objects.update(time_zone="Asia/Shanghai")
        times = {"at_0": "2040-05-01", "at_1": "10:00", "until_0": "2041-05-01", "until_1": "10:00"}
        response = sent(desk, publish_page_of(article), "_schedule", **times)
        edition = article.editions.get()
        assert edition.live_from.isoformat() == "2040-05-01T02:00:00+00:00"
        assert edition.live_until.year == 2041
        said = "scheduled for 1 May 2040, 10:00, until 1 May 2041, 10:00 (Asia/Shanghai)"
        assert said in text_of(desk.get(response.url))

    def test_shows_which_time_zone_and_the_moment_in_utc(self):
        article, desk = cast.write(), edda()
        User.objects.update(time_zone="Asia/Shanghai")
        page = text_of(sent(desk, publish_page_of(article), "_look", at_0="2040-05-01", at_1="10:00"))
        assert "In the time zone Asia/Shanghai" in page
        assert "From 1 May 2040, 10:00 (Asia/Shanghai), which is 1 May 2040, 02:00 in UTC" in page
        assert not Edition.objects.exists()

    @pytest.mark.parametrize(
        ("times", "said"),
        [
            ({}, "Say from when"),
            ({"at_0": "2020-05-01", "at_1": "10:00"}, "That moment has passed"),
            (
                {"at_0": "2040-05-01", "at_1": "10:00", "until_0": "2039-05-01", "until_1": "10:00"},
                "end before it begins",
            ),
            ({"at_0": "soon", "at_1": ""}, "Enter a valid date"),
        ],
    )
    def test_refuses_times_that_make_no_sense(self, times, said):
        article = cast.write()
        assert said in text_of(sent(edda(), publish_page_of(article), "_schedule", **times))
        assert not Edition.objects.exists()


class TestTheWordsThatWereShown:
    """Edda opens the page; somebody else does something; Edda confirms."""

    @pytest.fixture
    def article(self):
        return cast.published().article

    def test_are_the_only_ones_that_it_publishes(self, article):
        desk = edda()
        shown = form_on(desk.get(publish_page_of(article)))
        sent(wen(), change_page_of(article), body="Other words, of Wen.")
        response = desk.post(publish_page_of(article), {**shown, "note": "Mine", "_publish": "1"})
        assert "wen saved this on" in text_of(response)
        assert "Other words, of Wen." in text_of(response)
        assert article.editions.count() == 1
        again = form_on(response)
        assert again["note"] == "Mine"
        desk.post(publish_page_of(article), {**again, "_publish": "1"})
        assert article.live_edition.body == "Other words, of Wen."

    def test_are_compared_with_what_readers_read_by_then(self, article):
        desk = edda()
        shown = form_on(desk.get(publish_page_of(article)))
        article.publish(editor=None)
        response = desk.post(publish_page_of(article), {**shown, "_publish": "1"})
        assert "Nothing is published yet" in text_of(response)
        assert article.editions.count() == 2

    @pytest.mark.parametrize("seen", ["", "x", "9-9-9"])
    def test_are_not_published_without_having_been_shown(self, article, seen):
        desk = edda()
        desk.post(publish_page_of(article), {"seen": seen, "_publish": "1"})
        assert article.editions.count() == 1


class TestThePage:
    def test_leaves_no_trace(self):
        cast.duo()
        article = cast.published().article
        Article.objects.update(body="TSMC only.")
        page = edda().get(publish_page_of(article))
        assert "TSMC only." in text_of(page)
        assert article.editions.count() == 1
        assert article.live_edition.body == cast.NEEDS

    def test_escapes_what_it_shows(self):
        article = cast.write(title="<script>alert(1)</script>", body="A `<script>` alone & more.")
        assert "<script>alert" not in edda().get(publish_page_of(article)).content.decode()

    def test_asks_as_often_for_a_large_site_as_for_a_small_one(self):
        cast.duo()
        article, desk = cast.published().article, edda()
        desk.get(publish_page_of(article))
        few = queries(desk, publish_page_of(article))
        for n in range(5):
            other = cast.published(f"other-{n}", cast.NEEDS)
            event = cast.event(f"e-{n}", tuple(Entity.objects.all()))
            cast.quoted(event, other, "SMIC may catch up.")
        assert queries(desk, publish_page_of(article)) <= few

    @pytest.mark.parametrize("button", ["_publish", "_schedule", "_look", "_back"])
    @pytest.mark.parametrize("someone", [wen, nora])
    def test_is_for_those_who_may_publish(self, button, someone):
        article, desk = cast.write(), someone()
        assert desk.get(publish_page_of(article)).status_code == 403
        assert desk.post(publish_page_of(article), {"seen": "1-0-0", button: "1"}).status_code == 403
        assert not Edition.objects.exists()

    def test_of_nothing_is_not_found(self):
        article = cast.write()
        address = publish_page_of(article)
        article.delete()
        assert at_the_desk("other", "Editor").get(address).status_code == 404

    def test_sends_who_is_not_signed_in_to_sign_in(self, client):
        assert client.get(publish_page_of(cast.write())).status_code == 302


def queries(desk, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert desk.get(address).status_code == 200
    return len(captured)
