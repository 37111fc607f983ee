"""Pages on paper: the words without what only a screen can do."""

import pytest

from tests.browser.ways import DARK, PRINTED

pytestmark = pytest.mark.needs("chromium")


def is_shown(page, selector: str) -> bool:
    return page.locator(selector).first.is_visible()


class TestAPrintedArticle:
    @pytest.fixture
    def page(self, read):
        return read("/articles/smics-role/", PRINTED, DARK)

    def test_has_its_words_and_not_what_is_pressed(self, page):
        assert is_shown(page, "h1") and is_shown(page, ".prose p")
        assert not any(
            is_shown(page, one)
            for one in ("nav[aria-label=Main]", ".find", ".pin", ".footnotes .back", ".colophon button")
        )

    def test_is_black_on_white_for_a_reader_in_the_dark_too(self, page):
        assert page.locator(".prose p").first.evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"

    def test_goes_on_paper_whole(self, page):
        assert len(page.pdf()) > 20_000


def test_a_printed_timeline_opens_what_a_screen_folds(read):
    page = read("/timeline/hisilicon-is-founded/", PRINTED)
    assert page.evaluate(
        "() => [...document.querySelectorAll('main .words')].every((one) => one.checkVisibility())"
    )
    assert not is_shown(page, "main .evidence")
