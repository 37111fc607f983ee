"""What a Writer wrote is asked about, judged, published and read; before that, shown to somebody without an account."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.at_the_desk import ADD, signed_in
from tests.browser.ways import DARK, NARROW, WITHOUT_JAVASCRIPT

pytestmark = pytest.mark.needs("chromium")


def written(read, slug: str, *ways: dict):
    """The form of a new draft, as its writer sees it."""
    fields = {"slug": slug, "title": slug.title(), "body": "SMIC makes chips for Huawei."}
    page = signed_in(read, "wen", ADD, *ways)
    for name, words in fields.items():
        page.fill(f"[name={name}]", words)
    page.click("text=Save draft")
    return page


class TestTheWayToReaders:
    def test_leads_from_a_writer_over_an_editor_without_javascript(self, read, said):
        wen = written(read, "from-wen", WITHOUT_JAVASCRIPT)
        wen.click("text=Review…")
        wen.click("input[value='Ask for a review']")
        edda = signed_in(read, "edda", "/admin/", NARROW, WITHOUT_JAVASCRIPT)
        edda.get_by_label("Waiting for review").get_by_role("link", name="From-Wen").click()
        edda.click("text=Approve it")
        edda.get_by_label("Breadcrumbs").get_by_role("link", name="From-Wen").click()
        edda.click("text=Publish…")
        expect(edda.get_by_text("Approved by edda")).to_be_visible()
        expect(edda.get_by_role("heading", name="What this will do")).to_be_visible()
        expect(read("/articles/from-wen/").get_by_role("heading", level=1)).to_have_text(
            "There is no page at this address"
        )
        edda.click("text=Publish now")
        expect(edda.get_by_role("link", name="See the page")).to_be_visible()
        expect(read("/articles/from-wen/").get_by_text("SMIC makes chips for Huawei.")).to_be_visible()
        assert said == []


class TestAReview:
    def test_can_be_read_by_everybody(self, read):
        page = written(read, "commented-on", NARROW, DARK)
        page.click("text=Review…")
        page.get_by_label("Words:").fill("SMIC makes")
        page.get_by_label("Comment:").fill("Since when?")
        page.click("input[value='Comment']")
        found = Axe().run(page, "main", {"rules": {"region": {"enabled": False}}})
        assert found.violations_count == 0, found.generate_report()


class TestALinkToADraft:
    def test_opens_without_an_account_until_it_is_taken_back(self, read, said):
        wen = written(read, "for-lin", WITHOUT_JAVASCRIPT)
        wen.click("text=Share…")
        wen.click("text=Make a link")
        path = "/" + wen.get_by_label("Address of the preview").input_value().split("/", 3)[3]
        expect(read(path).get_by_text("SMIC makes chips for Huawei.")).to_be_visible()
        wen.click("text=Take it back")
        page = read(path)
        expect(page.get_by_text("was taken back")).to_be_visible()
        assert not page.get_by_text("SMIC makes chips for Huawei.").count()
        assert said == []
