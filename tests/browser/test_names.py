"""Names and tags at the desk. Each test leaves the site as it found it: others read it too."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.at_the_desk import signed_in
from tests.browser.ways import WIDE, WITHOUT_JAVASCRIPT

pytestmark = pytest.mark.needs("chromium")

ENTITIES = "/admin/entities/entity/"
LAST_SPELLING = "input[name^=aliases-][name$=-text]:not([name*=__prefix__])"


def opened(page: Page, path: str, name: str) -> Page:
    """What one finds in a list by its name."""
    page.goto(f"{path}?q={name}")
    page.locator("#result_list th a").get_by_text(name, exact=True).click()
    return page


def complaints(said: list[str]) -> list[str]:
    """But for what was still being fetched when the page was left, or somebody typed on."""
    return [one for one in said if not one.startswith("failed: ")]


class TestANewEntity:
    def test_is_held_against_those_that_are_there_while_it_is_named(self, read, said):
        page = signed_in(read, "edda", f"{ENTITIES}add/", WIDE)
        page.locator("#id_name").press_sequentially("Hauwei")
        expect(page.locator(".similar-names")).to_contain_text("Huawei (company)")
        page.locator("#id_name").fill("Quite another")
        expect(page.locator(".similar-names")).to_be_hidden()
        assert complaints(said) == []

    def test_is_held_against_them_without_javascript(self, read):
        page = signed_in(read, "edda", f"{ENTITIES}add/", WITHOUT_JAVASCRIPT)
        page.fill("#id_name", "华为")
        page.fill("#id_slug", "another")
        page.select_option("#id_kind", "company")
        page.click("[name=_save]")
        expect(page.locator(".similar-names")).to_contain_text("Huawei (company)")
        expect(page.get_by_role("button", name="create it anyway")).to_be_visible()


class TestASpelling:
    def test_shows_what_it_would_link_and_leads_back_to_the_form(self, read, said):
        page = opened(signed_in(read, "edda", ENTITIES, WIDE), ENTITIES, "Huawei")
        page.locator(LAST_SPELLING).last.fill("smartphones")
        page.click("[name=_continue]")
        expect(page.locator(".names-foreseen mark").first).to_have_text("smartphones")
        page.get_by_role("button", name="Back to the form").click()
        expect(page.locator(LAST_SPELLING).first).to_be_visible()
        assert "smartphones" in [field.input_value() for field in page.locator(LAST_SPELLING).all()]
        assert complaints(said) == []


class TestAName:
    def test_loses_its_link_in_one_article_and_has_it_again(self, read, said):
        page = signed_in(read, "edda", "/admin/articles/article/", WIDE)
        opened(page, "/admin/articles/article/", "The Geopolitical Chessboard").get_by_role(
            "link", name="Names in it"
        ).click()
        rows = page.locator(".names-foreseen > li")
        first = rows.first.locator("q").inner_text()
        rows.first.get_by_role("button", name="No link").click()
        expect(page.locator(".messagelist")).to_contain_text("1 place: linked to nothing.")
        row = rows.filter(has_text=first).first
        expect(row).to_contain_text("An editor decided so.")
        row.get_by_role("button", name="Forget what was decided").click()
        expect(rows.first).to_contain_text("Links to")
        assert complaints(said) == []


class TestAMerge:
    def test_is_shown_then_done_then_undone(self, read, said):
        page = signed_in(read, "edda", f"{ENTITIES}?kind__exact=company", WIDE)
        for name in ("Huawei", "HiSilicon"):
            row = page.locator("#result_list tr").filter(has=page.get_by_role("link", name=name, exact=True))
            row.locator("input[type=checkbox]").check()
        page.select_option("select[name=action]", "merge_selected")
        page.get_by_role("button", name="Run").or_(page.get_by_role("button", name="Go")).click()
        page.get_by_label("Huawei (huawei)").check()
        page.get_by_role("button", name="Show what this would do").click()
        expect(page.locator("#content")).to_contain_text("Nothing is done yet.")
        page.get_by_role("button", name="Merge").click()
        page.get_by_role("link", name="Look at it, or undo it").click()
        page.get_by_role("button", name="Undo this merge").click()
        expect(page.locator(".messagelist")).to_contain_text("is undone")
        assert read("/entities/hisilicon/").locator("h1").inner_text() == "HiSilicon"
        assert complaints(said) == []


class TestTheFieldOfTags:
    def test_says_how_many_things_carry_each(self, read, said):
        page = opened(signed_in(read, "edda", ENTITIES, WIDE), ENTITIES, "SMIC")
        page.locator(".tag-picker + .select2-container").click()
        page.keyboard.type("entity")
        expect(page.locator(".select2-results")).to_contain_text("Entity List (")
        expect(page.locator(".select2-results li").last).to_have_text("Make a new tag: entity")
        page.keyboard.press("Enter")
        expect(page.locator(".select2-selection__choice").last).to_contain_text("Entity List")
        assert complaints(said) == []
