from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article, PreviewLink
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def link():
    return PreviewLink.objects.make(cast.write(), cast.user("wen", "Writer"), days=7)


def token_of(link: PreviewLink) -> str:
    return link.get_absolute_url().split("/")[2]


class TestAPreviewLink:
    def test_is_found_by_its_token(self, link):
        assert PreviewLink.objects.with_token(token_of(link)) == link

    @pytest.mark.parametrize(
        "change", [str.upper, lambda token: token[:-1], lambda token: token.split(":")[0]]
    )
    def test_is_found_by_no_other(self, link, change):
        assert PreviewLink.objects.with_token(change(token_of(link))) is None

    @pytest.mark.parametrize("token", ["", ":", "x", "a:b", "00:" + "A" * 43, "é:é", ":" * 50])
    def test_is_not_found_by_nonsense(self, link, token):
        assert PreviewLink.objects.with_token(token) is None

    def test_has_a_token_that_its_row_alone_does_not_give(self, link):
        assert PreviewLink.objects.with_token(link.key.hex) is None

    def test_is_open_until_it_expires(self, link):
        assert link.why_closed() == ""
        assert link.why_closed(timezone.now() + timedelta(days=6)) == ""
        assert "expired" in link.why_closed(timezone.now() + timedelta(days=7, minutes=1))

    def test_closes_when_it_is_revoked(self, link):
        link.revoke()
        link.refresh_from_db()
        assert "taken back" in link.why_closed()

    @pytest.mark.parametrize("loss", ["group", "staff", "account"])
    def test_closes_when_its_maker_may_show_it_no_more(self, link, loss):
        if loss == "group":
            link.made_by.groups.clear()
        else:
            setattr(link.made_by, {"staff": "is_staff", "account": "is_active"}[loss], False)
        assert "taken back" in link.why_closed()

    def test_closes_when_the_text_changes(self, link):
        Article.objects.get().claim(1)
        link.refresh_from_db()
        assert "has changed" in link.why_closed()

    def test_goes_with_its_article(self, link):
        link.article.delete()
        assert not PreviewLink.objects.exists()
