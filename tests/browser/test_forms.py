"""Every form of the desk, as it is heard, and as it is seen in the dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.at_the_desk import signed_in
from tests.browser.ways import DARK, WIDE

pytestmark = pytest.mark.needs("chromium")

# of Django and of select2: a heading without words, and a list that holds what is no item
STOCK = {name: {"enabled": False} for name in ("region", "empty-table-header", "list")}
FORMS = [
    "articles/article",
    "articles/source",
    "entities/entity",
    "entities/event",
    "entities/relation",
    "taggit/tag",
]


class TestTheFormsOfTheDesk:
    @pytest.mark.parametrize("way", [WIDE, DARK], ids=["light", "dark"])
    def test_can_be_heard_and_read(self, read, said, way):
        page = signed_in(read, "edda", "/admin/", way)
        found = {}
        for form in FORMS:
            page.goto(f"/admin/{form}/add/")
            page.wait_for_load_state("networkidle")
            found[form] = Axe().run(page, "main", {"rules": STOCK})
        assert [axe.generate_report() for axe in found.values() if axe.violations_count] == []

    def test_name_the_cells_of_a_row_that_is_added(self, read):
        page = signed_in(read, "edda", "/admin/entities/entity/add/", WIDE)
        page.get_by_text("Add another fact", exact=False).click()
        added = page.locator("#facts-group tr.dynamic-facts").last
        expect(added.get_by_role("textbox", name="Value", exact=True)).to_be_visible()

    def test_open_the_calendar_where_the_desk_asks_for_a_moment(self, read, said):
        page = signed_in(read, "edda", "/admin/at/", WIDE)
        page.get_by_role("link", name="Choose a Date").or_(
            page.locator(".datetimeshortcuts a").last
        ).first.click()
        assert said == []

    def test_say_nothing_of_a_time_of_the_server(self, read):
        page = signed_in(read, "edda", "/admin/at/", WIDE, {"timezone_id": "Asia/Shanghai"})
        page.locator(".timezonewarning").first.wait_for(state="attached")
        assert not page.locator(".timezonewarning").first.is_visible()
