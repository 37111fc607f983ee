"""What somebody without an account sees of a draft whose address they were given."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db.models import F
from django.utils import timezone

from articles.models import Article, Edition, PreviewLink
from entities.models import Mention
from tests import cast
from tests.desk import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def link():
    cast.duo()
    return PreviewLink.objects.make(cast.write(title="A secret draft"), cast.user("wen", "Writer"), days=7)


class TestAnOpenLink:
    def test_shows_the_page_as_it_would_be_published(self, link, client):
        page = client.get(link.get_absolute_url())
        assert page.status_code == 200
        assert "<h1>A secret draft</h1>" in text_of(page)
        assert '<a href="/entities/huawei/" class="entity"' in text_of(page)
        assert "Not published." in text_of(page)

    def test_publishes_nothing(self, link, client):
        client.get(link.get_absolute_url())
        assert not Edition.objects.exists()
        assert not Mention.objects.exists()
        assert client.get("/articles/needs/").status_code == 404

    def test_remembers_when_it_was_opened(self, link, client):
        client.head(link.get_absolute_url())
        link.refresh_from_db()
        assert link.last_opened is None
        client.get(link.get_absolute_url())
        link.refresh_from_db()
        assert link.last_opened is not None

    def test_shows_the_times_of_the_site(self, link, client):
        assert "(UTC)" in text_of(client.get(link.get_absolute_url()))

    def test_does_not_say_its_own_address(self, link, client):
        assert "/previews/" not in client.get(link.get_absolute_url()).content.decode()

    def test_tells_in_words_when_the_text_cannot_be_shown(self, link, client):
        Article.objects.update(body="Words.[^nobody]")
        page = client.get(link.get_absolute_url())
        assert page.status_code == 404
        assert "cannot be shown as it would be published yet" in text_of(page)

    def test_is_not_written_to(self, link, client):
        assert client.post(link.get_absolute_url()).status_code == 405


class TestAClosedLink:
    @pytest.mark.parametrize(
        ("change", "said"),
        [
            ({"expires": timezone.now() - timedelta(days=1)}, "has expired"),
            ({"revoked": timezone.now()}, "was taken back"),
            ({"version": 0}, "has changed since this link was made"),
        ],
    )
    def test_says_why_and_shows_nothing(self, link, client, change, said):
        PreviewLink.objects.update(**change)
        page = client.get(link.get_absolute_url())
        assert page.status_code == 410
        assert said in text_of(page)
        assert "secret" not in text_of(page)
        link.refresh_from_db()
        assert link.last_opened is None

    def test_is_every_link_of_who_has_left_the_desk(self, link, client):
        get_user_model().objects.filter(username="wen").update(is_active=False)
        page = client.get(link.get_absolute_url())
        assert page.status_code == 410
        assert "was taken back" in text_of(page)

    def test_is_one_whose_words_are_changed_while_it_opens(self, link, client, monkeypatch):
        opened = PreviewLink.was_opened

        def opened_slowly(self):
            opened(self)
            Article.objects.update(title="A newer secret", version=F("version") + 1)

        monkeypatch.setattr(PreviewLink, "was_opened", opened_slowly)
        page = client.get(link.get_absolute_url())
        assert page.status_code == 410
        assert "secret" not in text_of(page)

    def test_that_never_was_is_not_found(self, client):
        page = client.get("/previews/nothing/")
        assert page.status_code == 404
        assert "not the address of a preview" in text_of(page)


class TestEveryAnswer:
    @pytest.mark.parametrize("change", [{}, {"version": 0}, {"key": "00000000-0000-4000-8000-000000000000"}])
    def test_is_kept_and_found_by_nobody_and_does_not_pass_on_its_address(self, link, client, change):
        address = link.get_absolute_url()
        PreviewLink.objects.update(**change)
        page = client.get(address)
        assert page["Cache-Control"] == "private, no-store"
        assert "noindex" in page["X-Robots-Tag"]
        assert page["Referrer-Policy"] == "no-referrer"
        assert not page.has_header("ETag")
        assert '<meta name="robots" content="noindex">' in page.content.decode()
