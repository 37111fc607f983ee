import pytest
from django.core.exceptions import ValidationError

from articles.models import Article, Comment
from tests import cast

pytestmark = pytest.mark.django_db
QUOTE = "SMIC may catch up."


@pytest.fixture
def wen():
    return cast.user("wen", "Writer")


class TestSaying:
    def test_keeps_the_words_and_the_passage_they_stand_in(self, wen):
        comment = Comment.objects.say(cast.write(), wen, "Says who?", "SMIC  may\ncatch up.")
        assert comment.quote == QUOTE
        assert comment.context == "SMIC may catch up. Nobody knows when."

    @pytest.mark.parametrize("quote", ["Needs", "In short"])
    def test_takes_words_of_the_title_and_the_standfirst(self, wen, quote):
        assert Comment.objects.say(cast.write(standfirst="In short."), wen, "Yes?", quote).context

    def test_refuses_words_that_are_not_there(self, wen):
        with pytest.raises(ValidationError) as refused:
            Comment.objects.say(cast.write(), wen, "Hm", "SMIC will win.")
        assert "not in the text" in refused.value.message_dict["quote"][0]
        assert not Comment.objects.exists()

    def test_of_a_text_that_cannot_be_read_takes_its_words_as_they_are_written(self, wen):
        comment = Comment.objects.say(cast.write(body="<b>One</b>\n\nTwo."), wen, "Hm", "<b>One</b>")
        assert comment.context == "<b>One</b>"


class TestAComment:
    def test_stays_when_its_words_go_and_when_they_are_published(self, wen):
        article = cast.write()
        comment = Comment.objects.say(article, wen, "Says who?", QUOTE)
        Article.objects.update(body="Other words.")
        article.publish(editor=None)
        comment.refresh_from_db()
        assert (comment.quote, comment.resolved) == (QUOTE, None)

    def test_is_settled_by_who_came_first(self, wen):
        comment = Comment.objects.say(cast.write(), wen, "Hm")
        comment.resolve(wen)
        comment.resolve(cast.user("edda", "Editor"))
        comment.refresh_from_db()
        assert comment.resolved_by == wen

    def test_can_be_opened_again(self, wen):
        comment = Comment.objects.say(cast.write(), wen, "Hm")
        comment.resolve(wen)
        comment.reopen()
        assert list(Comment.objects.unresolved()) == [comment]
