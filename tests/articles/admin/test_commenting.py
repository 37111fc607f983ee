import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Comment
from tests import cast
from tests.articles.reviews import QUOTE, press, review_page_of
from tests.desk import at_the_desk, change_page_of, edda, publish_page_of, sent, text_of, wen

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return cast.write()


@pytest.fixture
def writer():
    return wen()


class TestCommenting:
    def test_needs_no_review(self, article, writer):
        press(writer, article, "_comment", text="To do.")
        assert "wen: To do." in text_of(writer.get(change_page_of(article)))

    def test_stands_below_its_passage(self, article, writer):
        press(writer, article, "_comment", text="Since when?", quote="Networks need modems.")
        page = text_of(writer.get(review_page_of(article)))
        after = page.split("Networks need modems.</p>")[1]
        assert after.index("Since when?") < after.index("Outlook")

    def test_is_shown_with_its_quote_when_the_words_are_gone(self, article, writer):
        press(writer, article, "_comment", text="Says who?", quote=QUOTE)
        sent(writer, change_page_of(article), body="Other words.")
        for address in (change_page_of(article), review_page_of(article)):
            page = text_of(writer.get(address))
            assert f"These words are gone:</strong> <q>{QUOTE}</q>" in page
            assert "Says who?" in page
        assert "SMIC may catch up. Nobody knows when." in page

    def test_stays_after_publishing(self, article, writer):
        press(writer, article, "_comment", text="Says who?", quote=QUOTE)
        desk = edda()
        assert "1 open comment</a>" in text_of(desk.get(publish_page_of(article)))
        sent(desk, publish_page_of(article), "_publish")
        assert "Says who?" in text_of(writer.get(change_page_of(article)))

    def test_is_settled_and_opened_again(self, article, writer):
        press(writer, article, "_comment", text="Says who?", quote=QUOTE)
        number = str(Comment.objects.get().pk)
        press(writer, article, "_resolve", number)
        assert "Says who?" not in text_of(writer.get(change_page_of(article)))
        assert "settled by wen" in text_of(writer.get(review_page_of(article)))
        press(writer, article, "_reopen", number)
        assert "Says who?" in text_of(writer.get(change_page_of(article)))

    @pytest.mark.parametrize("button", ["_resolve", "_reopen"])
    @pytest.mark.parametrize("number", ["", "x", "9" * 30, "²"])
    def test_settles_nothing_that_is_not_there(self, article, writer, button, number):
        assert press(writer, article, button, number).status_code == 404

    def test_settles_nothing_of_another_article(self, article, writer):
        other = cast.write("other", "Words.")
        press(writer, other, "_comment", text="Mine.")
        assert press(writer, article, "_resolve", str(Comment.objects.get().pk)).status_code == 404
        assert Comment.objects.unresolved().exists()

    def test_escapes_what_was_said(self, article, writer):
        press(writer, article, "_comment", text="<script>alert(1)</script>")
        for address in (change_page_of(article), review_page_of(article)):
            assert "<script>alert" not in writer.get(address).content.decode()

    def test_is_never_for_readers(self, article, writer, client):
        press(writer, article, "_comment", text="Unheard-of words.", quote=QUOTE)
        press(writer, article, "_ask", note="Unheard-of note.")
        article.publish(editor=None)
        for address in ("/articles/needs/", "/articles/needs.md", "/feed/", "/search/?q=Unheard-of"):
            response = client.get(address)
            assert response.status_code == 200, address
            assert not any(said in text_of(response) for said in ("Unheard-of words", "Unheard-of note"))

    def test_asks_as_often_for_many_comments_as_for_one(self, article, writer):
        addresses = (change_page_of(article), review_page_of(article))
        press(writer, article, "_comment", text="Says who?", quote=QUOTE)
        [writer.get(address) for address in addresses]  # content types are looked up once
        few = [queries(writer, address) for address in addresses]
        for n in range(9):
            press(at_the_desk(f"w-{n}", "Writer"), article, "_comment", text="Says who?", quote=QUOTE)
        assert [queries(writer, address) for address in addresses] == few


def queries(desk, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert desk.get(address).status_code == 200
    return len(captured)
