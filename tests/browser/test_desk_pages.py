"""The pages of the desk that are neither forms nor queues, as they are heard, and as they are seen in the dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.at_the_desk import signed_in
from tests.browser.ways import DARK, WIDE

pytestmark = pytest.mark.needs("chromium")

ARTICLES = "/admin/articles/article/"
OF_AN_ARTICLE = ["change/", "publish/", "withdraw/", "share/", "names/", "history/"]
OTHERS = [
    ARTICLES,
    "/admin/entities/entity/sheet/",
    "/admin/entities/entity/mergers/",
    "/admin/entities/entity/recover/",
    "/admin/queues/vague-times/left/",
    "/admin/import/",
    "/admin/export/",
    "/admin/at/",
]


class TestThePagesOfTheDesk:
    @pytest.mark.parametrize("way", [WIDE, DARK], ids=["light", "dark"])
    def test_can_be_heard_and_read(self, read, way):
        page = signed_in(read, "edda", ARTICLES, way)
        article = page.locator("#result_list th a").last.get_attribute("href").removesuffix("change/")
        found = {}
        for path in [article + one for one in OF_AN_ARTICLE] + OTHERS:
            assert page.goto(path).status == 200, path
            found[path] = Axe().run(page, "main")
        assert [axe.generate_report() for axe in found.values() if axe.violations_count] == []
