from datetime import timedelta

import pytest
from django.urls import reverse

from articles.models import Article, PreviewLink
from tests import cast
from tests.desk import at_the_desk, change_page_of, edda, nora, sent, text_of, wen

pytestmark = pytest.mark.django_db


def share_page_of(article: Article) -> str:
    return reverse("admin:article_share", args=[article.pk])


class TestMakingALink:
    def test_begins_with_a_save_in_the_form(self):
        article = cast.write()
        response = sent(wen(), change_page_of(article), "_share", title="New")
        assert response.url == share_page_of(article)
        assert Article.objects.get().title == "New"

    def test_gives_an_address_that_shows_the_draft(self, client):
        article, desk = cast.write(), wen()
        sent(desk, share_page_of(article), "_make", for_whom="Lin", days="3")
        link = PreviewLink.objects.get()
        assert (link.for_whom, link.made_by.username) == ("Lin", "wen")
        assert timedelta(days=2) < link.expires - link.made <= timedelta(days=3)
        page = text_of(desk.get(share_page_of(article)))
        assert f'value="http://127.0.0.1:8000{link.get_absolute_url()}"' in page
        assert "Not opened yet." in page
        assert client.get(link.get_absolute_url()).status_code == 200
        assert "Last opened on" in text_of(desk.get(share_page_of(article)))

    @pytest.mark.parametrize("days", ["0", "-1", "365", "x", ""])
    def test_takes_only_the_days_that_are_offered(self, days):
        article = cast.write()
        sent(wen(), share_page_of(article), "_make", days=days)
        assert not PreviewLink.objects.exists()

    def test_of_what_cannot_be_published_says_why(self):
        response = sent(wen(), share_page_of(cast.write(body="Words.[^nobody]")), "_make")
        assert "no source for the footnote [^nobody]" in text_of(response)
        assert not PreviewLink.objects.exists()

    def test_outlives_a_save_that_changes_nothing(self, client):
        article, desk = cast.write(), wen()
        sent(desk, share_page_of(article), "_make")
        sent(desk, change_page_of(article), "_share")
        assert client.get(PreviewLink.objects.get().get_absolute_url()).status_code == 200
        sent(desk, change_page_of(article), "_share", body="Other words.")
        assert client.get(PreviewLink.objects.get().get_absolute_url()).status_code == 410
        assert "has changed since" in text_of(desk.get(share_page_of(article)))


class TestTakingALinkBack:
    def test_closes_it(self, client):
        article, desk = cast.write(), wen()
        link = PreviewLink.objects.make(article, cast.user("edda"), days=7)
        desk.post(share_page_of(article), {"_revoke": str(link.pk)})
        assert client.get(link.get_absolute_url()).status_code == 410
        assert "was taken back" in text_of(desk.get(share_page_of(article)))

    @pytest.mark.parametrize("number", ["", "x", "9" * 30, "²"])
    def test_that_is_not_there_is_not_found(self, number):
        assert wen().post(share_page_of(cast.write()), {"_revoke": number}).status_code == 404

    def test_of_another_article_is_not_found(self):
        other = PreviewLink.objects.make(cast.write("other", "Words."), cast.user("edda"), days=7)
        assert wen().post(share_page_of(cast.write()), {"_revoke": str(other.pk)}).status_code == 404
        other.refresh_from_db()
        assert other.revoked is None


class TestPermissions:
    def test_are_those_of_who_may_change_the_article(self):
        article = cast.write()
        assert edda().get(share_page_of(article)).status_code == 200
        desk = nora()
        assert desk.get(share_page_of(article)).status_code == 403
        assert desk.post(share_page_of(article), {"_make": "1", "days": "7"}).status_code == 403
        assert not PreviewLink.objects.exists()

    def test_of_nothing_is_not_found(self):
        article = cast.write()
        address = share_page_of(article)
        article.delete()
        assert at_the_desk("other", "Writer").get(address).status_code == 404

    def test_sends_who_is_not_signed_in_to_sign_in(self, client):
        assert client.get(share_page_of(cast.write())).status_code == 302
