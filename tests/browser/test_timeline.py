"""The band and the filters of the timeline, as they work without any script."""

import pytest

from tests.browser.ways import FORCED_COLOURS, NARROW, PRINTED, STILL, WIDE, WITHOUT_JAVASCRIPT

pytestmark = pytest.mark.needs("chromium")

SIGN = ".band svg:visible .mark.recorded:not(.undated) path"


class TestTheFilters:
    def test_work_without_javascript(self, read):
        page = read("/timeline/", WITHOUT_JAVASCRIPT)
        page.select_option("[name=entity]", "smic")
        page.fill("[name=from]", "2019")
        page.fill("[name=to]", "2019")
        page.select_option("[name=certainty]", "certain")
        page.click("text=Show these events")
        assert "surely in these years" in page.inner_text(".result")
        reasons = page.locator(".why").all_inner_texts()
        assert reasons
        assert all(reason.endswith("lies in 2019.") for reason in reasons)
        assert page.locator(".event").count() == len(reasons)

    def test_keep_the_scale_that_is_looked_at(self, read):
        page = read("/timeline/?scale=year&at=2020", WITHOUT_JAVASCRIPT)
        page.select_option("[name=entity]", "smic")
        page.click("text=Show these events")
        assert page.inner_text("#the_band_head") == "2020"


class TestTheBand:
    @pytest.mark.parametrize(("way", "form"), [(WIDE, "wide"), (NARROW, "narrow")], ids=["wide", "narrow"])
    def test_is_drawn_once_for_each_screen(self, read, way, form):
        page = read("/timeline/", way)
        assert page.eval_on_selector_all(
            ".band svg", "all => all.filter(one => one.checkVisibility()).map(one => one.classList[0])"
        ) == [form]

    def test_leads_to_the_event_in_the_list(self, read):
        page = read("/timeline/", WITHOUT_JAVASCRIPT, STILL)
        mark = page.locator(".band svg:visible .mark").first
        href = mark.get_attribute("href")
        mark.click()
        box = page.locator(href).bounding_box()
        assert 0 <= box["y"] < page.viewport_size["height"]

    def test_can_be_walked_along_year_by_year(self, read):
        page = read("/timeline/?scale=year&at=2019", WITHOUT_JAVASCRIPT)
        page.click("text=On to 2020")
        assert page.inner_text("#the_band_head") == "2020"
        page.click("text=Back to 2019")
        assert page.inner_text("#the_band_head") == "2019"

    @pytest.mark.parametrize("way", [PRINTED, FORCED_COLOURS], ids=["printed", "forced colours"])
    def test_is_still_seen(self, read, way):
        page = read("/timeline/", way)
        look = page.locator(SIGN).first.evaluate(
            "one => [getComputedStyle(one).stroke, getComputedStyle(document.body).backgroundColor]"
        )
        assert look[0] not in ("none", look[1])
