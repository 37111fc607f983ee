import pytest

from tests.browser.kinds import KINDS
from tests.browser.ways import NARROW, ZOOMED_MOST

pytestmark = pytest.mark.needs("chromium")

OVERHANGING = """
() => [...document.body.querySelectorAll("*")]
    .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
    .map(element => `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 60)}`)
"""


class TestAPage:
    @pytest.mark.parametrize("way", [NARROW, ZOOMED_MOST], ids=["narrow", "zoomed"])
    @pytest.mark.parametrize("kind", KINDS)
    def test_fits_the_screen(self, read, kind, way):
        page = read(KINDS[kind], way)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= way["viewport"]["width"], "\n".join(page.evaluate(OVERHANGING))
