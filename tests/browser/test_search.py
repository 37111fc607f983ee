"""Searching with the keyboard, with a pointer, and without JavaScript."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.ways import DARK, NARROW, TOUCH, WITHOUT_JAVASCRIPT

pytestmark = pytest.mark.needs("chromium")


def typed(page: Page, text: str) -> Page:
    field = page.get_by_role("combobox", name="Search the site")
    field.press_sequentially(text)
    expect(page.get_by_role("option").first).to_be_visible()
    return page


def chosen(page: Page) -> str:
    """The name that a screen reader says is chosen in the list."""
    field = page.get_by_role("combobox", name="Search the site")
    pointed_at = field.get_attribute("aria-activedescendant")
    return (
        page.locator(f"[id='{pointed_at}'][aria-selected=true] span").first.inner_text() if pointed_at else ""
    )


class TestSuggestions:
    def test_are_gone_through_and_taken_with_the_keyboard(self, read, said):
        page = typed(read("/"), "hua")
        assert page.get_by_role("combobox").get_attribute("aria-expanded") == "true"
        expect(page.get_by_role("status").filter(has_text="suggestions")).to_have_text(
            re.compile(r"\d+ suggestions")
        )
        page.keyboard.press("ArrowDown")
        assert chosen(page) == "Huawei"
        page.keyboard.press("ArrowUp")
        assert chosen(page) == ""
        page.keyboard.press("ArrowUp")
        assert chosen(page) not in {"", "Huawei"}
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/entities/huawei/")
        assert said == []

    def test_are_put_away_with_escape_and_come_back_with_an_arrow(self, read):
        page = typed(read("/"), "hua")
        page.keyboard.press("Escape")
        expect(page.get_by_role("option")).to_have_count(0)
        assert page.get_by_role("combobox").input_value() == "hua"
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("option").first).to_be_visible()

    def test_leave_enter_to_the_form_when_none_is_chosen(self, read):
        page = typed(read("/"), "hua")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=hua")

    def test_are_taken_with_a_finger(self, read):
        page = typed(read("/", TOUCH), "中芯")
        page.get_by_role("option", name="SMIC").first.tap()
        page.wait_for_url("**/entities/smic/")

    @pytest.mark.parametrize("way", [{}, DARK, NARROW], ids=["light", "dark", "narrow"])
    def test_can_be_used_by_everybody(self, read, way):
        page = typed(read("/", way), "hua")
        page.keyboard.press("ArrowDown")
        result = Axe().run(page)
        assert not result.violations_count, result.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]

    def test_are_asked_for_once_after_quick_keys(self, read, asked):
        typed(read("/"), "huawei")
        assert len([address for address in asked if "suggest" in address]) <= 2


class TestASearch:
    def test_needs_no_javascript(self, read):
        page = read("/", WITHOUT_JAVASCRIPT, NARROW)
        page.get_by_role("searchbox", name="Search the site").fill("lithography")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=lithography")
        page.get_by_text("Narrow", exact=True).click()
        page.get_by_label("Narrow").get_by_role("link", name="articles", exact=True).click()
        expect(page.get_by_role("list", name="Chosen")).to_contain_text("article")
        expect(page.get_by_text(re.compile(r"^Article")).first).to_be_visible()

    def test_leads_to_the_passage_with_the_words_marked(self, read):
        page = read("/search/?q=lithography&kind=article")
        place = page.locator(".hits .place > a").first
        number = place.inner_text().removeprefix("Passage").strip()
        place.click()
        passage = page.locator(":target")
        expect(passage).to_be_in_viewport()
        expect(passage.locator("mark").first).to_have_text(re.compile("lithograph", re.IGNORECASE))
        assert number.isdigit()
