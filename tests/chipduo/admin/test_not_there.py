"""Wen types where Edda has deleted the article meanwhile."""

import pytest
from django.urls import reverse

from articles.admin.reviewing.buttons import CommentForm
from tests import cast
from tests.desk import at_the_desk, delete, edda, publish_page_of, text_of, wen, withdraw_page_of

pytestmark = pytest.mark.django_db


def review_page_of(article) -> str:
    return reverse("admin:article_review", args=[article.pk])


class TestWhatIsSentToWhatIsGone:
    @pytest.mark.parametrize(
        ("page", "field", "button"),
        [
            (publish_page_of, "note", "_publish"),
            (publish_page_of, "note", "_schedule"),
            (withdraw_page_of, "note", "_withdraw"),
            (review_page_of, "text", "_comment"),
            (review_page_of, "note", "_ask"),
        ],
    )
    def test_is_given_back(self, page, field, button):
        article, desk = cast.write(), at_the_desk("otto", "Editor")
        delete(edda(), article)
        response = desk.post(page(article), {field: "Long <b>words</b>.", button: "1"})
        assert response.status_code == 404
        assert "Long &lt;b&gt;words&lt;/b&gt;." in text_of(response)

    def test_is_given_back_if_it_is_one_word(self):
        article, desk = cast.write(), at_the_desk("otto", "Editor")
        delete(edda(), article)
        assert "Withdrawn</textarea>" in text_of(desk.post(publish_page_of(article), {"note": "Withdrawn"}))

    def test_is_given_back_in_chinese_too_and_without_the_button(self):
        article, desk = cast.write(), at_the_desk("otto", "Editor")
        delete(edda(), article)
        told = text_of(desk.post(publish_page_of(article), {"note": "华为公司", "_publish": "Publish now"}))
        assert "华为公司" in told
        assert "Publish now" not in told

    def test_is_given_back_if_it_went_while_it_was_sent(self, monkeypatch):
        article, desk = cast.write(), at_the_desk("otto", "Editor")
        monkeypatch.setattr(CommentForm, "clean", lambda form: article.delete() and None)
        response = desk.post(review_page_of(article), {"text": "Long words.", "seen": "1", "_return": "1"})
        assert response.status_code == 404
        assert "Long words." in text_of(response)

    def test_is_not_found_where_no_words_were_typed(self):
        article, desk = cast.write(), at_the_desk("otto", "Editor")
        delete(edda(), article)
        only_marks = {
            "seen": "4f",
            "row-0-opened": "{x}",
            "row-0-DELETE": "on",
            "part": "12",
            "_publish": "1",
        }
        assert "What you had typed" not in text_of(desk.post(publish_page_of(article), only_marks))

    def test_tells_who_may_not_no_more_than_before(self):
        assert wen().post(publish_page_of(cast.write()), {"note": "My words."}).status_code == 403
