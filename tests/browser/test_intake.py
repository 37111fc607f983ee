"""An editor brings a Word document to the desk in a browser: sees what could be made of it, ticks some, and has it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.articles.word import word
from tests.browser.at_the_desk import signed_in
from tests.browser.ways import DARK, NARROW, WITHOUT_JAVASCRIPT

pytestmark = pytest.mark.needs("chromium")

DOCUMENT = word(
    ("Heading1", "Tools for chips"), ("", "In March 2031 Huawei bought tools from Acme Etching Works.")
)
FILE = {"name": "tools.docx", "mimeType": "application/octet-stream", "buffer": DOCUMENT}


def test_a_document_is_brought_in_without_javascript(read, said):
    page = signed_in(read, "edda", "/admin/", NARROW, DARK, WITHOUT_JAVASCRIPT)
    page.get_by_role("link", name="import a document").click()
    page.get_by_label("File").set_input_files(FILE)
    page.get_by_role("button", name="See what could be made of it").click()
    expect(page.get_by_label("Tools for chips")).to_be_checked()
    page.get_by_label("Tools for chips").uncheck()
    page.get_by_label("Acme Etching Works").check()
    page.get_by_label("Kind").first.select_option(label="company")
    page.get_by_role("button", name="Make what is ticked").click()
    expect(page.get_by_text("Made or replaced: 1 entity.")).to_be_visible()
    assert said == []


def test_what_could_be_made_can_be_read_by_everybody(read):
    page = signed_in(read, "edda", "/admin/import/")
    page.get_by_label("File").set_input_files(FILE)
    page.get_by_role("button", name="See what could be made of it").click()
    found = Axe().run(page, "main", {"rules": {"region": {"enabled": False}}})
    assert found.violations_count == 0, found.generate_report()
