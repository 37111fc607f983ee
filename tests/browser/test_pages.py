"""Each kind of page, opened once and looked at in every way that people read."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import reading
from tests.browser.kinds import KINDS
from tests.browser.ways import BETWEEN, NARROW, WIDE, ZOOMED, ZOOMED_MOST

pytestmark = pytest.mark.needs("chromium")

OVERHANGING = """
() => [...document.body.querySelectorAll("*")]
    .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
    .map(element => `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 60)}`)
"""


@pytest.fixture(scope="module", params=KINDS)
def opened(request, browser, address):
    """The page, and what the browser complained of until nothing more was asked for."""
    said = []
    with reading(browser, address, said, asked=[]) as read:
        yield read(KINDS[request.param], wait_until="networkidle"), said


class TestAPage:
    def test_is_shown_without_a_complaint_of_the_browser(self, opened):
        assert opened[1] == []

    @pytest.mark.parametrize("colours", ["light", "dark"])
    def test_can_be_used_by_everybody(self, opened, colours):
        assert violations(opened[0], WIDE, colours) == ""

    def test_can_be_used_by_everybody_at_twice_the_size(self, opened):
        assert violations(opened[0], ZOOMED, "light") == ""

    @pytest.mark.parametrize("way", [BETWEEN, NARROW, ZOOMED_MOST], ids=["between", "narrow", "zoomed"])
    def test_fits_the_screen(self, opened, way):
        page = opened[0]
        page.set_viewport_size(way["viewport"])
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= way["viewport"]["width"], "\n".join(page.evaluate(OVERHANGING))


def violations(page, way, colours):
    page.set_viewport_size(way["viewport"])
    page.emulate_media(color_scheme=colours)
    result = Axe().run(page)
    return result.generate_report() if result.violations_count else ""
