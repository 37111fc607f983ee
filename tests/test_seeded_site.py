"""The site as it comes: every page of the seed content, and every link in it."""

import pytest
from django.test import Client

from tests.crawl import Crawl, crawl, public_routes
from tests.languages import without_language

pytestmark = [pytest.mark.usefixtures("seeded"), pytest.mark.django_db]

STARTS = [
    "/",
    "/sitemap.xml",
    "/robots.txt",
    "/healthz",
    "/entities/huawei/preview/?in=smics-role",
]  # which scripts ask for
UNUSED = {
    "media/<path:name>",
    "previews/<token>/",
}  # the seed content has no pictures, and no page leads to a draft


@pytest.fixture(scope="module")
def found(seeded) -> Crawl:
    return crawl(Client().get, STARTS)


class TestTheSeededSite:
    def test_never_fails(self, found):
        assert not found.failures()

    def test_has_no_dead_link(self, found):
        assert not found.dead_links(), "\n".join(found.dead_links())

    def test_says_the_language_of_every_foreign_word(self, found):
        pages = {path: answer.text for path, answer in found.answers.items() if answer.kind == "text/html"}
        assert {path: words for path, page in pages.items() if (words := without_language(page))} == {}

    def test_is_found_whole(self, found):
        assert len(found.answers) > 400

    def test_leads_to_every_kind_of_page_but_differences(self, found):
        missing = public_routes() - found.routes() - UNUSED
        assert {route for route in missing if "changes" not in route} == set()
