import pytest
from django.urls import reverse

from articles.models import Article, Comment, Review
from tests import cast
from tests.articles.reviews import QUOTE, press, review_page_of
from tests.desk import change_page_of, edda, nora, publish_page_of, sent, text_of, wen

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


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
