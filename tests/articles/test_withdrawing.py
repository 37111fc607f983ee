from datetime import timedelta

import pytest
from django.db.models import ProtectedError
from django.utils import timezone

from articles.models import Article, Edition
from tests import cast

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def numbers(editions) -> list[int]:
    return list(editions.order_by("number").values_list("number", flat=True))


class TestWithdrawing:
    def test_takes_the_article_and_its_history_from_readers(self):
        edition = cast.published()
        edition.article.withdraw()
        assert not Edition.objects.live().exists()
        assert not Edition.objects.readable().exists()
        assert edition.article.is_gone

    def test_tells_why_until_it_is_read_again(self):
        edition = cast.published()
        edition.article.withdraw("Its figures were wrong.")
        assert edition.article.why_gone == "Its figures were wrong."
        cast.republished(edition, "Right figures.")
        edition.article.withdraw()
        assert edition.article.why_gone == ""

    def test_drops_what_was_scheduled(self):
        edition = cast.published()
        cast.republished(edition, "Later.", at=timezone.now() + HOUR)
        edition.article.withdraw()
        assert not Edition.objects.live(timezone.now() + 2 * HOUR).exists()

    def test_also_takes_what_was_published_while_it_waited(self, while_waiting):
        first = cast.published()
        while_waiting(lambda: cast.republished(first, "Newer."))
        first.article.withdraw()
        assert first.article.editions.count() == 2
        assert not Edition.objects.live(timezone.now() + HOUR).exists()

    def test_can_be_followed_by_another_edition(self):
        first = cast.published()
        first.article.withdraw()
        second = cast.republished(first, "Back.")
        assert numbers(Edition.objects.live()) == [2]
        assert second.first_published == first.first_published


class TestRestoring:
    def test_makes_an_old_edition_the_manuscript_again(self):
        first = cast.published(title="Old", tags=("old",))
        article = first.article
        Article.objects.filter(pk=article.pk).update(title="New", body="New.")
        article.refresh_from_db()
        article.tags.set(["new"])
        before = article.version
        article.restore(first)
        article.refresh_from_db()
        assert (article.title, article.body, article.version) == ("Old", cast.NEEDS, before + 1)
        assert list(article.tags.names()) == ["old"]
        assert numbers(Edition.objects.all()) == [1]


class TestHistory:
    def test_is_readable_while_the_article_is_live(self):
        first = cast.published()
        cast.republished(first, "Changed.")
        assert numbers(Edition.objects.readable()) == [1, 2]

    def test_leaves_out_a_suppressed_edition(self):
        first = cast.published()
        cast.republished(first, "Changed.")
        first.refresh_from_db()
        first.suppress()
        assert numbers(Edition.objects.readable()) == [2]
        first.unsuppress()
        assert numbers(Edition.objects.readable()) == [1, 2]

    def test_of_an_article_cannot_be_deleted_with_it(self):
        edition = cast.published()
        with pytest.raises(ProtectedError):
            edition.article.delete()
