"""The whole site at another moment, and that nobody else ever sees it."""

from datetime import UTC, datetime
from threading import Thread

import pytest
from django.test import Client

from articles.clock import now
from articles.models import Edition
from chipduo.admin import site_at
from chipduo.admin.moments import page_at
from chipduo.models import User
from tests import cast, public_site
from tests.crawl import crawl
from tests.desk import at_the_desk, edda, nora, publish_page_of, sent, text_of, wen

pytestmark = pytest.mark.django_db

MAY = datetime(2040, 5, 1, 10, tzinfo=UTC)
THEN = "/admin/at/2040-05-01T10:00Z"


@pytest.fixture
def scheduled():
    cast.duo()
    first = cast.published(tags=("chips",))
    return cast.republished(first, "A secret plan of TSMC.", at=MAY)


class TestTheSiteAtAMoment:
    def test_shows_what_is_scheduled_until_then(self, scheduled):
        desk = edda()
        assert "A secret plan" in text_of(desk.get(f"{THEN}/articles/needs/"))
        assert "A secret plan" not in text_of(desk.get("/admin/at/2040-05-01T09:59Z/articles/needs/"))

    def test_shows_what_was_read_before(self, scheduled):
        scheduled.article.withdraw()
        desk, address = edda(), "/articles/needs/"
        assert desk.get(f"/admin/at/2001-01-01T00:00Z{address}").status_code == 404
        assert desk.get(page_at(now(), address)).status_code == 410
        Edition.objects.filter(number=1).update(live_from=MAY.replace(year=2020))
        assert "Huawei</a> designs phones" in text_of(desk.get(f"/admin/at/2021-01-01T00:00Z{address}"))

    def test_is_marked_with_the_moment_in_the_time_zone_of_its_reader(self, scheduled):
        desk = edda()
        User.objects.update(time_zone="Asia/Shanghai")
        page = text_of(desk.get(f"{THEN}/"))
        assert "as it will be on 1 May 2040, 18:00 (Asia/Shanghai)" in page
        assert 'href="/admin/at/">Another moment</a>' in page

    def test_keeps_all_links_but_those_to_files_inside(self, scheduled):
        page = edda().get(f"{THEN}/articles/needs/").content.decode().replace(' href="/admin/', ' href="?')
        assert '<a href="?at/2040-05-01T10:00Z/entities/tsmc/" class="entity">TSMC</a>' in page
        outside = [
            part.split('"')[0] for part in page.split(' href="/')[1:] if not part.startswith("static/")
        ]
        assert outside == []
        assert f'action="{THEN}/search/"' in page

    def test_keeps_redirects_and_data_inside(self, scheduled):
        cast.move(scheduled.article, "wants")
        desk = edda()
        assert desk.get(f"{THEN}/articles/needs/").url == f"{THEN}/articles/wants/"
        assert f"{THEN}/articles/wants/" in desk.get(f"{THEN}/articles/wants.json").content.decode()

    def test_finds_what_can_be_found_then(self, scheduled):
        desk = edda()
        assert "plan of TSMC" in text_of(desk.get(f"{THEN}/search/?q=secret"))
        assert "plan of TSMC" not in text_of(desk.get("/admin/at/2040-04-01T10:00Z/search/?q=secret"))

    @pytest.mark.parametrize("path", ["/", "/articles/needs/", "/nowhere/", "/articles/needs.json", "/feed/"])
    def test_is_kept_and_found_by_nobody(self, scheduled, path):
        response = edda().get(THEN + path)
        assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
        assert "noindex" in response["X-Robots-Tag"]
        assert not response.has_header("ETag")

    def test_says_that_a_page_is_not_there(self, scheduled):
        page = edda().get(f"{THEN}/nowhere/")
        assert page.status_code == 404
        assert "The site as it will be" in text_of(page)

    @pytest.mark.parametrize("path", ["admin/", "admin/at/", "previews/x/"])
    def test_has_neither_the_desk_nor_previews_in_it(self, path):
        assert edda().get(f"{THEN}/{path}").status_code == 404

    @pytest.mark.parametrize("moment", ["2040-13-01T10:00Z", "1999-01-01T00:00Z", "9999-12-31T23:59Z", "now"])
    def test_is_at_no_moment_that_is_not_there_or_far_off(self, moment):
        assert edda().get(f"/admin/at/{moment}/").status_code == 404

    def test_is_not_written_to(self):
        assert edda().post(f"{THEN}/").status_code == 405


class TestEveryPage:
    def test_leads_to_pages_of_that_moment_and_never_fails(self):
        public_site.open_to_readers()
        public_site.keep_from_readers()
        desk = edda_again()

        def get(path: str):
            return desk.get(THEN + path)

        found = crawl(get, ["/", "/timeline/", "/changes/"], most_combined=1)
        assert not found.failures()


class TestWhoSeesIt:
    def test_is_whoever_sees_editions_at_the_desk(self, scheduled):
        assert wen().get(f"{THEN}/").status_code == 200
        desk = nora()
        assert desk.get(f"{THEN}/").status_code == 403
        assert desk.get("/admin/at/").status_code == 403

    def test_is_nobody_who_is_not_signed_in(self, scheduled, client):
        for path in ("/", "/articles/needs/", "/search/?q=secret"):
            response = client.get(THEN + path)
            assert response.status_code == 302
            assert response.url.startswith("/admin/login/")

    def test_is_no_reader_who_asks_meanwhile_or_afterwards(self, scheduled, client, monkeypatch):
        read = []

        def other_reader(request, slug):
            other = Thread(target=lambda: read.append(now()))
            other.start()
            other.join()
            raise ZeroDivisionError

        class Match:
            func, args, kwargs = staticmethod(other_reader), (), {"slug": "needs"}

        with monkeypatch.context() as patch, pytest.raises(ZeroDivisionError):
            patch.setattr(site_at, "resolve", lambda path: Match)
            edda().get(f"{THEN}/articles/needs/")
        assert read[0] < MAY
        assert now() < MAY
        assert "secret plan" not in text_of(client.get("/articles/needs/"))

    def test_changes_nothing_for_readers(self, scheduled):
        before = Client().get("/articles/needs/")
        edda().get(f"{THEN}/articles/needs/")
        after = Client().get("/articles/needs/")
        assert (after.content, after["ETag"]) == (before.content, before["ETag"])


class TestChoosingAMoment:
    def test_takes_it_in_the_time_zone_of_the_editor(self):
        desk = edda()
        User.objects.update(time_zone="Asia/Shanghai")
        assert desk.get("/admin/at/", {"at_0": "2040-05-01", "at_1": "18:00"}).url == f"{THEN}/"

    @pytest.mark.parametrize("day", ["", "soon", "1999-01-01", "9999-12-31"])
    def test_says_what_is_wrong(self, day):
        page = edda().get("/admin/at/", {"at_0": day, "at_1": "18:00"})
        assert page.status_code == 200
        assert "errorlist" in text_of(page)

    def test_offers_the_moments_at_which_something_appears(self, scheduled):
        assert f'<a href="{THEN}/">1 May 2040, 10:00</a>: “Needs”, edition 2' in text_of(
            edda().get("/admin/at/")
        )

    def test_is_offered_when_something_is_scheduled(self):
        article, desk = cast.write(), edda()
        response = sent(desk, publish_page_of(article), "_schedule", at_0="2040-05-01", at_1="10:00")
        assert f'<a href="{THEN}/articles/needs/">See the site then</a>' in text_of(desk.get(response.url))


def edda_again() -> Client:
    return at_the_desk("edda-again", "Editor")
