"""The seeded site, served as operators serve it, and a browser that reads it.

A test says `page = read("/timeline/", DARK, NARROW)`; what the browser complained of meanwhile is in `said`, and what it
asked the network for in `asked`.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.needs import program
from tests.services import ROOT, free_port, manage, serving

ANOTHER_EDITION = """
from articles.models import Article
article = Article.objects.get(slug="the-road-ahead")
article.body = article.body.replace("SMIC", "The foundry", 1) + "\\nOne more paragraph.\\n"
article.save()
article.publish(editor=None, note="A test", is_correction=True)
"""
EDITORS = """
from tests.cast import user
user("edda", "Editor"), user("wen", "Writer")
"""
SETTINGS = {"SECRET_KEY": "x9k2abcdefghijklmnopqrstuvw" * 3, "ALLOWED_HOSTS": "127.0.0.1"}


@pytest.fixture(scope="session")
def site_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seed content, one article in two editions, an Editor and a Writer: made once, however many processes test."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "browsed"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not (folder / "done").exists():
            scripts = (["shell", "--no-imports", "-c", script] for script in (ANOTHER_EDITION, EDITORS))
            for words in (["quickstart", "--no-serve"], *scripts):
                done = manage(ROOT, *words, DATA_DIR=folder / "data", **SETTINGS)
                assert done.returncode == 0, done.stderr
            (folder / "done").touch()
    return folder / "data"


@pytest.fixture(scope="session")
def address(site_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site is."""
    own = shutil.copytree(site_data, tmp_path_factory.mktemp("browsing") / "data")
    port = free_port()
    with serving(ROOT, port, DATA_DIR=own, SITE_URL=f"http://127.0.0.1:{port}", **SETTINGS) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Closed with each file: while Playwright runs, Django lets nothing else in the process ask its database."""
    with sync_playwright() as playwright:
        # the sandbox does not start for root, which CI runs as; the pages are our own
        browser = playwright.chromium.launch(executable_path=program("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def said() -> list[str]:
    """What the browser complained of while the test read: of scripts, of what did not load, of the policy.

    That a page which was asked for is itself an error is no complaint.
    """
    return []


@pytest.fixture
def asked() -> list[str]:
    """The addresses that the browser asked the network for, in order."""
    return []


@pytest.fixture
def read(browser: Browser, address: str, said: list[str], asked: list[str]) -> Iterator[Callable[..., Page]]:
    with reading(browser, address, said, asked) as read:
        yield read


@contextmanager
def reading(
    browser: Browser, address: str, said: list[str], asked: list[str]
) -> Iterator[Callable[..., Page]]:
    """What opens a page of the site for a reader with nothing cached, in the ways given: see `ways`."""
    opened = []

    def read(path: str, *ways: dict, wait_until: str = "load") -> Page:
        options = {name: value for way in ways for name, value in way.items()}
        media = options.pop("media", None)
        context = browser.new_context(base_url=address, **options)
        opened.append(context)
        page = context.new_page()
        listen(page, said, asked)
        if media:
            page.emulate_media(media=media)
        page.goto(path, wait_until=wait_until)
        return page

    yield read
    for context in opened:
        context.close()


def listen(page: Page, said: list[str], asked: list[str]) -> None:
    def hear(message: ConsoleMessage) -> None:
        is_of_itself = message.location["url"] == page.url or page.url == "about:blank"
        if not (is_of_itself and message.text.startswith("Failed to load resource: the server responded")):
            said.append(f"{message.type}: {message.text} {message.location['url']}")

    def miss(request: Request) -> None:
        """What a page that was left had asked for is missed by nobody."""
        if request.failure != "net::ERR_ABORTED":
            said.append(f"failed: {request.url}")

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", miss)
    page.on("request", lambda request: asked.append(request.url))
