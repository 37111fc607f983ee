import pytest
from django.core.exceptions import ValidationError

from articles.models import Article, Review
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return cast.user("wen", "Writer"), cast.user("edda", "Editor")


@pytest.fixture
def review(people):
    return Review.objects.ask(cast.write(), people[0])


class TestAsking:
    def test_is_done_once(self, review, people):
        with pytest.raises(ValidationError, match="waits for review already"):
            Review.objects.ask(review.article, people[0])

    def test_is_done_again_after_a_verdict(self, review, people):
        review.send_back(people[1], 1)
        again = Review.objects.ask(review.article, people[0])
        assert list(Review.objects.waiting()) == [again]


class TestAVerdict:
    @pytest.mark.parametrize(("verb", "state"), [("approve", "approved"), ("send_back", "returned")])
    def test_says_who_judged_what(self, review, people, verb, state):
        getattr(review, verb)(people[1], 1)
        assert (review.state, review.settled_by, review.version) == (state, people[1], 1)

    def test_is_given_once(self, review, people):
        Review.objects.get().approve(people[1], 1)
        with pytest.raises(ValidationError, match="meanwhile"):
            review.send_back(people[1], 1)
        assert Review.objects.get().state == "approved"

    def test_is_outdated_by_other_words(self, review, people):
        review.approve(people[1], 1)
        assert not review.is_outdated
        Article.objects.update(version=2)
        assert Review.objects.get().is_outdated


class TestPublishing:
    @pytest.mark.parametrize("is_judged", [True, False])
    def test_ends_it(self, review, people, is_judged):
        if is_judged:
            review.approve(people[1], 1)
        review.article.publish(editor=people[1])
        assert not Review.objects.current().exists()
        assert Review.objects.get().state == "draft"

    def test_of_another_article_leaves_it(self, review):
        cast.published("other", "Words.")
        assert Review.objects.waiting().get() == review
