import pytest

from articles.models import Article
from tests import cast

pytestmark = pytest.mark.django_db


class TestClaiming:
    def test_goes_to_one_of_two_savers_and_tells_the_other(self):
        seen = cast.write().version
        first, second = Article.objects.get(), Article.objects.get()
        assert first.claim(seen)
        assert not second.claim(seen)

    def test_counts_on(self):
        article = cast.write()
        article.claim(1)
        assert article.version == 2
        assert Article.objects.get().version == 2
        assert article.claim(2)

    def test_that_fails_changes_nothing(self):
        article = cast.write()
        assert not article.claim(7)
        assert article.version == Article.objects.get().version == 1

    def test_takes_no_version_of_another_row(self):
        one, other = cast.write("one"), cast.write("other")
        one.claim(1)
        assert other.claim(1)

    def test_of_what_was_deleted_fails(self):
        article = cast.write()
        Article.objects.all().delete()
        assert not article.claim(1)
