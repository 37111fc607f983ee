"""What editors keep from readers changes no byte of what readers get."""

import pytest
from django.test import Client

from articles.models import Article
from tests import public_site
from tests.crawl import Crawl, crawl, public_routes

pytestmark = pytest.mark.django_db

ASKED = [*public_site.STARTS, *public_site.KEPT]


@pytest.fixture(scope="module", autouse=True)
def site(module_db, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        from django.conf import settings

        patch.setattr(settings, "MEDIA_ROOT", str(tmp_path_factory.mktemp("media")))
        public_site.open_to_readers()
        yield


@pytest.fixture(scope="module")
def before(site) -> Crawl:
    """As readers find it; no test changes what the next one finds."""
    return crawl(Client().get, ASKED)


class TestTheSite:
    def test_is_crawled_whole(self, before):
        assert public_routes() - before.routes() == set()

    def test_never_fails(self, before):
        assert not before.failures()

    def test_has_no_dead_link(self, before):
        assert not before.dead_links(), "\n".join(before.dead_links())

    def test_answers_the_same_when_nothing_changed(self, before, client):
        assert_same(before, crawl(client.get, ASKED))


class TestWhatIsKeptFromReaders:
    def test_changes_no_byte_of_any_response(self, before, client):
        public_site.keep_from_readers()
        assert_same(before, crawl(client.get, ASKED))

    def test_has_no_address(self, client, db):
        public_site.keep_from_readers()
        found = [
            address
            for address in public_site.KEPT
            if "?" not in address and client.get(address).status_code != 404
        ]
        assert found == []

    def test_shows_once_it_is_published(self, before, client):
        public_site.keep_from_readers()
        Article.objects.get(slug="draft").publish(editor=None)
        changed = {difference.split()[0] for difference in differences(before, crawl(client.get, ASKED))}
        assert {
            "/",
            "/articles/draft/",
            "/series/secret/",
            "/tags/secret/",
            "/sources/rumour/",
            "/feed/",
        } <= changed


def assert_same(before: Crawl, after: Crawl) -> None:
    found = differences(before, after)
    assert not found, "\n".join(found)


def differences(before: Crawl, after: Crawl) -> list[str]:
    """Addresses that answer differently, with where the bodies part."""
    found = []
    for path in sorted({*before.answers, *after.answers}):
        old, new = before.answers.get(path), after.answers.get(path)
        if old is None or new is None:
            found.append(f"{path} {'came' if new else 'went'}")
        elif old != new:
            at = next((n for n, (a, b) in enumerate(zip(old.body, new.body, strict=False)) if a != b), None)
            place = (
                (old.body[at - 40 : at + 40], new.body[at - 40 : at + 40])
                if at
                else (old.headers, new.headers)
            )
            found.append(f"{path} {old.status} {new.status} {place}")
    return found
