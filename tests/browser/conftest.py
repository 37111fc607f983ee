"""The seeded site, served as operators serve it, and a browser that reads it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.needs import program
from tests.services import ROOT, free_port, manage, serving

ANOTHER_EDITION = """
from articles.models import Article
article = Article.objects.get(slug="the-road-ahead")
article.body = article.body.replace("SMIC", "The foundry", 1) + "\\nOne more paragraph.\\n"
article.save()
article.publish(editor=None, note="A test")
"""


@pytest.fixture(scope="package")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site is: with the seed content, and one article in two editions."""
    port = free_port()
    settings = {
        "DATA_DIR": tmp_path_factory.mktemp("browser"),
        "SECRET_KEY": "x9k2abcdefghijklmnopqrstuvw" * 3,
        "ALLOWED_HOSTS": "127.0.0.1",
        "SITE_URL": f"http://127.0.0.1:{port}",
    }
    for words in (["quickstart", "--no-serve"], ["shell", "--no-imports", "-c", ANOTHER_EDITION]):
        done = manage(ROOT, *words, **settings)
        assert done.returncode == 0, done.stderr
    with serving(ROOT, port, **settings) as address:
        yield address


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # the sandbox does not start for root, which CI runs as; the pages are our own
        browser = playwright.chromium.launch(executable_path=program("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()
