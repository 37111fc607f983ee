"""The dates beside an article: a line in the gutter where there is one, folded above the text where there is none."""

import pytest

from tests.browser.ways import NARROW, WIDE, WITHOUT_JAVASCRIPT

pytestmark = pytest.mark.needs("chromium")

ARTICLE = "/articles/smics-role/"


class TestTheRail:
    def test_stands_open_beside_the_text_and_leads_into_it(self, read):
        page = read(ARTICLE, WIDE, WITHOUT_JAVASCRIPT)
        rail = page.locator(".rail")
        assert rail.bounding_box()["x"] < page.locator(".prose").bounding_box()["x"]
        date = rail.get_by_role("link", name="18 December 2020")
        assert date.is_visible()
        date.click()
        key = page.url.partition("#")[2]
        assert "18 December 2020" in page.locator(f'[id="{key}"]').inner_text()

    def test_is_folded_above_the_text_of_a_narrow_page(self, read):
        page = read(ARTICLE, NARROW, WITHOUT_JAVASCRIPT)
        rail = page.locator(".rail")
        assert rail.bounding_box()["y"] < page.locator(".prose").bounding_box()["y"]
        assert not rail.locator("ol").is_visible()
        rail.locator("summary").click()
        assert rail.get_by_text("The United States puts SMIC on its Entity List").is_visible()
