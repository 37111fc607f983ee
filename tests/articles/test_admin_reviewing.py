import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Comment, Review
from tests import cast
from tests.desk import at_the_desk, change_page_of, edda, nora, publish_page_of, sent, text_of, wen

pytestmark = pytest.mark.django_db
QUOTE = "SMIC may catch up."
LIST = "/admin/articles/article/"


def review_page_of(article: Article) -> str:
    return reverse("admin:article_review", args=[article.pk])


def press(desk, article: Article, button: str, value: str = "1", **fields: str):
    return desk.post(review_page_of(article), {button: value, "seen": str(article.version), **fields})


@pytest.fixture
def article():
    return cast.write()


@pytest.fixture
def writer():
    return wen()


@pytest.fixture
def waiting(article, writer):
    press(writer, article, "_ask", note="The end,\r\nabove all.")
    return article


class TestAsking:
    def test_begins_with_a_save_in_the_form(self, article, writer):
        response = sent(writer, change_page_of(article), "_review", title="New")
        assert response.url == review_page_of(article)
        assert Article.objects.get().title == "New"

    def test_is_told_to_editors(self, waiting):
        page = text_of(edda().get(review_page_of(waiting)))
        assert "Waiting for review: wen asked on" in page
        assert "The end,<br>above all." in page

    def test_is_not_offered_twice(self, waiting, writer):
        assert 'name="_ask"' not in text_of(writer.get(review_page_of(waiting)))
        refused = text_of(press(writer, waiting, "_ask", note="More to say."))
        assert "It waits for review already." in refused
        assert "More to say." in refused
        assert Review.objects.count() == 1

    def test_is_kept_in_the_history(self, waiting, writer):
        history = reverse("admin:articles_article_history", args=[waiting.pk])
        assert "Asked for a review." in text_of(writer.get(history))


class TestApproving:
    def test_is_told_to_the_writer_and_before_publishing(self, waiting, writer):
        desk = edda()
        press(desk, waiting, "_approve")
        for page in (
            writer.get(change_page_of(waiting)),
            writer.get(review_page_of(waiting)),
            desk.get(publish_page_of(waiting)),
        ):
            assert "Approved by edda on" in text_of(page)

    @pytest.mark.parametrize("seen", ["", "x", "7"])
    @pytest.mark.parametrize("button", ["_approve", "_return"])
    def test_and_returning_are_of_the_words_that_were_shown(self, waiting, button, seen):
        response = press(edda(), waiting, button, seen=seen, text="No.")
        assert "read it again" in text_of(response)
        assert Review.objects.get().state == "waiting"
        assert not Comment.objects.exists()

    def test_is_outdated_by_other_words(self, waiting, writer):
        press(edda(), waiting, "_approve")
        sent(writer, change_page_of(waiting), body="Other words.")
        assert "The text has changed since." in text_of(writer.get(change_page_of(waiting)))
        assert "approved, changed since" in text_of(writer.get(LIST))

    def test_of_what_does_not_wait_says_so(self, article):
        assert "does not wait for review" in text_of(press(edda(), article, "_approve"))


class TestReturning:
    def test_leaves_a_comment_at_the_words(self, waiting, writer):
        press(edda(), waiting, "_return", text="Says who?", quote=QUOTE)
        assert Review.objects.get().state == "returned"
        page = text_of(writer.get(change_page_of(waiting)))
        assert "Returned by edda on" in page
        assert f"<q>{QUOTE}</q> edda: Says who?" in page
        assert "1 open comment</a>" in page

    @pytest.mark.parametrize(
        ("fields", "why"),
        [
            ({"text": "Says who?", "quote": "SMIC will win."}, "not in the text"),
            ({"text": " ", "quote": QUOTE}, "required"),
            ({"text": "x" * 5001}, "at most 5000"),
        ],
    )
    def test_with_a_comment_that_cannot_be_kept_does_nothing_and_loses_nothing(self, waiting, fields, why):
        page = text_of(press(edda(), waiting, "_return", **fields))
        assert why in page
        assert all(" ".join(words.split()) in page for words in fields.values())
        assert Review.objects.get().state == "waiting"
        assert not Comment.objects.exists()


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


class TestTheListOfArticles:
    def test_shows_and_finds_those_that_wait(self, waiting, writer):
        cast.write("other", "Words.")
        assert "waiting for review" in text_of(writer.get(LIST))
        page = text_of(writer.get(f"{LIST}?review=waiting"))
        assert "Needs" in page
        assert "Other" not in page

    def test_answers_a_state_that_there_is_not(self, waiting, writer):
        assert writer.get(f"{LIST}?review=odd").status_code == 200


class TestPermissions:
    @pytest.mark.parametrize("button", ["_approve", "_return"])
    def test_to_judge_are_those_of_who_may_publish(self, waiting, writer, button):
        page = text_of(writer.get(review_page_of(waiting)))
        assert f'name="{button}"' not in page
        assert f'name="{button}"' in text_of(edda().get(review_page_of(waiting)))
        assert press(writer, waiting, button, text="No.").status_code == 403
        assert Review.objects.get().state == "waiting"
        assert not Comment.objects.exists()

    @pytest.mark.parametrize("button", ["_ask", "_approve", "_return", "_comment", "_resolve", "_reopen"])
    def test_to_do_anything_are_those_of_who_may_change_the_article(self, article, button):
        comment = Comment.objects.say(article, cast.user("someone"), "Hm")
        desk = nora()
        assert desk.get(review_page_of(article)).status_code == 403
        assert press(desk, article, button, str(comment.pk), text="No.").status_code == 403
        assert not Review.objects.exists()
        assert list(Comment.objects.unresolved()) == [comment]

    def test_of_nothing_is_not_found(self, article, writer):
        address = review_page_of(article)
        article.delete()
        assert writer.get(address).status_code == 404

    def test_sends_who_is_not_signed_in_to_sign_in(self, article, client):
        assert client.get(review_page_of(article)).status_code == 302
        assert press(client, article, "_ask").status_code == 302
        assert not Review.objects.exists()


def queries(desk, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert desk.get(address).status_code == 200
    return len(captured)
