"""An editor settles what waits, in a browser: one row by its button, many by their boxes, and takes one back."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.at_the_desk import signed_in
from tests.browser.ways import DARK, NARROW, WIDE, WITHOUT_JAVASCRIPT

pytestmark = pytest.mark.needs("chromium")

QUEUE = "“Currently”, “last year” and the like without a date"


class TestAQueue:
    def test_is_settled_row_by_row_and_all_at_once_without_javascript(self, read, said):
        page = signed_in(read, "edda", "/admin/", WIDE, WITHOUT_JAVASCRIPT)
        page.get_by_role("link", name=QUEUE).click()
        rows = page.locator(".rows > li")
        expect(rows).to_have_count(2)
        rows.first.get_by_role("button", name="Put this into the manuscript").click()
        expect(page.get_by_text("Settled: 1.")).to_be_visible()
        rows.first.get_by_role("checkbox").check()
        page.get_by_role("group", name="With the ticked ones").get_by_role(
            "button", name="Leave it as it is"
        ).click()
        expect(page.get_by_text("Nothing waits here.")).to_be_visible()
        page.get_by_role("link", name="What was left: 2").click()
        page.get_by_role("button", name="Take it back").first.click()
        page.get_by_role("link", name=QUEUE).click()
        expect(rows).to_have_count(1)
        assert said == []

    def test_has_a_box_that_ticks_all(self, read, said):
        page = signed_in(read, "edda", "/admin/queues/names/", WIDE)
        page.get_by_label("Tick all on this page").check()
        assert all(box.is_checked() for box in page.locator(".rows [name=row]").all())
        assert said == []

    def test_offers_entities_by_their_names(self, read, said):
        page = signed_in(read, "edda", "/admin/queues/names/", WIDE)
        page.get_by_label("Entity").press_sequentially("Huaw")
        page.locator("#choices option[value=Huawei]").wait_for(state="attached")
        assert said == []

    @pytest.mark.parametrize("way", [WIDE, {**NARROW, **DARK}], ids=["wide", "narrow-dark"])
    @pytest.mark.parametrize("path", ["/admin/", "/admin/queues/names/"])
    def test_can_be_read_by_everybody(self, read, way, path):
        page = signed_in(read, "edda", path, way)
        found = Axe().run(page, "main", {"rules": {"region": {"enabled": False}}})
        assert found.violations_count == 0, found.generate_report()
