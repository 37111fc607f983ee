"""What a link to an entity shows: to a pointer, to the keyboard and to a finger."""

import pytest

from tests.browser.ways import NARROW, TOUCH

pytestmark = pytest.mark.needs("chromium")

ARTICLE = "/articles/smics-role/"
LINK = ".prose a.entity >> nth=0"
PREVIEW = "#preview"


@pytest.fixture
def page(read):
    return read(ARTICLE, wait_until="networkidle")


def is_shown(page) -> bool:
    return page.locator(PREVIEW).is_visible()


class TestAPreview:
    def test_comes_for_a_pointer_that_stays_and_tells_whom_it_is_of(self, page, asked):
        asked.clear()
        page.hover(LINK)
        page.wait_for_selector(PREVIEW)
        assert page.locator(LINK).inner_text().split()[0] in page.locator(PREVIEW).inner_text()
        assert [url.split("/entities/")[1].split("?")[1] for url in asked] == ["in=smics-role"]

    def test_is_not_asked_for_by_a_pointer_on_its_way(self, page, asked):
        page.clock.install()
        asked.clear()
        page.hover(LINK)
        page.clock.run_for(100)
        page.mouse.move(2, 2)
        page.clock.run_for(1000)
        assert asked == [] and not is_shown(page)

    def test_stays_while_it_is_pointed_at_and_goes_a_little_after(self, page):
        page.clock.install(time=0)
        page.clock.pause_at(1000)
        page.hover(LINK)
        page.clock.run_for(200)
        page.wait_for_selector(PREVIEW)
        page.hover(PREVIEW)
        page.clock.run_for(500)
        assert is_shown(page)
        page.mouse.move(2, 2)
        page.clock.run_for(250)
        assert is_shown(page)
        page.clock.run_for(100)
        assert not is_shown(page)

    def test_comes_with_the_focus_describes_its_link_and_goes_by_escape(self, page):
        page.keyboard.press("Tab")  # whoever uses the keyboard sees the focus
        page.locator(LINK).focus()
        page.wait_for_selector(PREVIEW)
        assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "preview"
        page.keyboard.press("Escape")
        assert not is_shown(page)
        assert page.evaluate("document.activeElement.matches('a.entity')")

    @pytest.mark.parametrize("ways", [(), (NARROW,)], ids=["wide", "narrow"])
    def test_never_lies_over_its_link(self, read, ways):
        page = read(ARTICLE, *ways, wait_until="networkidle")
        links = page.locator(".prose .passage a.entity >> visible=true")
        for n in range(0, links.count(), 7):
            page.mouse.move(2, 2)
            page.wait_for_selector(PREVIEW, state="hidden")
            links.nth(n).hover()
            page.wait_for_selector(PREVIEW)
            card, link = page.locator(PREVIEW).bounding_box(), links.nth(n).bounding_box()
            assert card["y"] >= link["y"] + link["height"] or card["y"] + card["height"] <= link["y"]
            assert card["x"] >= 0 and card["x"] + card["width"] <= page.viewport_size["width"]

    def test_comes_by_the_first_tap_and_the_second_follows(self, read):
        page = read(ARTICLE, TOUCH, wait_until="networkidle")
        page.tap(LINK)
        page.wait_for_selector(PREVIEW)
        assert page.url.endswith(ARTICLE)
        page.tap(LINK)
        page.wait_for_url("**/entities/**")

    def test_can_be_switched_off_for_good_and_on_again(self, page):
        page.get_by_role("button", name="Show no previews of names").click()
        page.reload(wait_until="networkidle")
        page.hover(LINK)
        page.wait_for_timeout(500)
        assert not is_shown(page)
        page.get_by_role("button", name="Show previews of names").click()
        page.hover(LINK)
        page.wait_for_selector(PREVIEW)

    def test_that_cannot_be_had_leaves_a_link(self, page, said):
        page.route("**/preview/**", lambda route: route.abort())
        page.hover(LINK)
        page.wait_for_timeout(500)
        assert not is_shown(page)
        page.click(LINK)
        assert "/entities/" in page.url

    def test_that_cannot_be_had_costs_a_finger_no_second_tap(self, read):
        page = read(ARTICLE, TOUCH, wait_until="networkidle")
        page.route("**/preview/**", lambda route: route.abort())
        page.tap(LINK)
        page.wait_for_url("**/entities/**")
