import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.kinds import KINDS
from tests.browser.ways import DARK, ZOOMED

pytestmark = pytest.mark.needs("chromium")

WAYS = {"light": {}, "dark": DARK, "zoomed": ZOOMED}


class TestAPage:
    @pytest.mark.parametrize("way", WAYS)
    @pytest.mark.parametrize("kind", KINDS)
    def test_can_be_used_by_everybody(self, read, kind, way):
        result = Axe().run(read(KINDS[kind], WAYS[way]))
        assert not result.violations_count, result.generate_report()
