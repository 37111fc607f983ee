from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Edition
from tests import cast

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


class TestASuppressedEdition:
    def test_is_not_live_and_is_again_once_it_is_shown(self):
        edition = cast.published()
        edition.suppress()
        assert not Edition.objects.live().exists()
        assert edition.article.is_gone
        edition.unsuppress()
        assert Edition.objects.live().get() == edition

    def test_ends_when_its_article_is_withdrawn(self):
        edition = cast.published()
        edition.suppress()
        edition.article.withdraw()
        edition.refresh_from_db()
        edition.unsuppress()
        assert not Edition.objects.live().exists()

    def test_ends_when_the_next_begins(self):
        first = cast.published()
        first.suppress()
        second = cast.republished(first, "Changed.")
        first.refresh_from_db()
        first.unsuppress()
        assert Edition.objects.live().get() == second

    def test_gets_its_own_end_back_when_what_was_to_follow_is_cancelled(self):
        first = cast.published()
        first.suppress()
        cast.republished(first, "Later.", at=timezone.now() + HOUR)
        first.article.cancel_schedule()
        first.refresh_from_db()
        assert first.live_until is None
