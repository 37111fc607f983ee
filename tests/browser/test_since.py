"""A returning reader is told how much changed since the last visit."""

import pytest

from tests.browser.ways import WITHOUT_JAVASCRIPT

pytestmark = pytest.mark.needs("chromium")

LINK = "[data-since]"
VISITED = "since => localStorage.setItem('chipduo.visit', JSON.stringify({ seen: since }))"
TOLD = f"{LINK}[href*='?since=']"


class TestAReader:
    @pytest.mark.parametrize("path", ["/", "/articles/"])
    def test_who_comes_back_is_told_and_led_to_what_changed(self, read, path):
        page = read(path)
        page.evaluate(VISITED, "2026-01-01T00:00Z")
        page.reload()
        page.wait_for_selector(TOLD)
        assert page.inner_text(LINK).endswith("things changed since your last visit")
        count = page.inner_text(LINK).split()[0]
        page.click(LINK)
        assert f"{count} things changed since 1 January 2026" in page.inner_text("main")

    def test_reads_on_within_the_same_visit(self, read):
        page = read("/")
        page.evaluate(VISITED, "2026-01-01T00:00Z")
        for _ in range(2):
            page.reload()
            page.wait_for_selector(TOLD)

    def test_who_is_new_is_told_nothing(self, read, asked):
        page = read("/", wait_until="networkidle")
        assert page.inner_text(LINK) == "What changed lately"
        assert not [address for address in asked if "changes.json" in address]

    @pytest.mark.parametrize("seen", ["never", "9999-01-01T00:00Z", None, 7])
    def test_with_odd_things_in_store_is_told_nothing(self, read, seen):
        page = read("/")
        page.evaluate(VISITED, seen)
        page.reload(wait_until="networkidle")
        assert page.inner_text(LINK) == "What changed lately"

    def test_without_javascript_is_led_to_all_of_it(self, read):
        page = read("/", WITHOUT_JAVASCRIPT)
        page.click(LINK)
        assert page.inner_text("h1") == "What changed"
