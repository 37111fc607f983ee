import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.kinds import KINDS

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.xdist_group("browser")]


class TestAPage:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("kind", KINDS)
    def test_can_be_used_by_everybody(self, browser, address, kind, scheme):
        page = browser.new_page(color_scheme=scheme)
        page.goto(address + KINDS[kind])
        result = Axe().run(page)
        page.close()
        assert not result.violations_count, result.generate_report()
