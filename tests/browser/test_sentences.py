"""The words behind a claim, and the button that copies the address of a sentence."""

import re
from html import unescape
from urllib.parse import urljoin

import pytest

from tests.browser.ways import NARROW

pytestmark = pytest.mark.needs("chromium")

ARTICLE = "/articles/smics-role/"
MAY_COPY = {"permissions": ["clipboard-read", "clipboard-write"]}
COPY = ".copy button"
STATUS = ".prose + [role=status]"
SELECT = """([key, words]) => {
    const walker = document.createTreeWalker(document.getElementById(key), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(words);
        if (at >= 0) return document.getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
    }
    throw new Error("not there: " + words);
}"""
LISTED = re.compile(r'<li><a rel="nofollow" href="([^"]+)">([^<]+)</a>')


def clipboard(page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


def passages(page) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each by its key, with the address and the text of each of its sentences as the server lists them."""
    pins = page.eval_on_selector_all(".pin", "pins => pins.map(pin => [pin.href, pin.dataset.sentences])")
    keys = [(href, entry.split(":")[0]) for href, entries in pins for entry in entries.split(" ")]
    return [(key, LISTED.findall(page.request.get(urljoin(href, f"../{key}/")).text())) for href, key in keys]


def telling(text: str) -> str:
    """Words of a sentence that stand in one text of the page and in no other sentence: most likely its longest run."""
    return max(re.split(r"[^\w ]|Huawei|SMIC|TSMC|\d", unescape(text)), key=len).strip()


class TestCopyingALink:
    @pytest.mark.parametrize("slug", ["huaweis-chip-needs", "the-geopolitical-chessboard"])
    def test_takes_the_sentence_in_which_the_selection_begins_as_the_server_counts(self, read, slug):
        page = read(
            f"/articles/{slug}/editions/1/"
        )  # one has a table and the other a list, and both have notes
        page.evaluate("() => { navigator.clipboard.writeText = async (text) => { window.copied = text } }")
        wrong = []
        for key, sentences in passages(page):
            for href, text in sentences:
                page.evaluate(SELECT, [key, telling(text)])
                page.locator(COPY).dispatch_event("click")
                if not page.evaluate("window.copied").endswith(href):
                    wrong.append((text, href, page.evaluate("window.copied")))
        assert not wrong

    def test_puts_its_address_on_the_clipboard(self, read):
        page = read(ARTICLE, MAY_COPY)
        key, ((href, text), *_) = passages(page)[1]
        page.evaluate(SELECT, [key, telling(text)])
        page.click(COPY)
        page.wait_for_selector(f"{STATUS}:not(:empty)", state="attached")
        assert clipboard(page) == page.evaluate("location.origin") + unescape(href)

    def test_says_that_it_is_done(self, read):
        page = read(ARTICLE, MAY_COPY)
        page.focus(".pin >> nth=0")
        page.click(COPY)
        page.wait_for_selector(f"{STATUS}:not(:empty)", state="attached")
        assert page.inner_text(STATUS) == "Copied"
        assert page.inner_text(COPY) == "Copied"

    def test_works_with_the_keyboard_alone(self, read):
        page = read(ARTICLE, MAY_COPY)
        page.focus(".pin >> nth=0")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_selector(f"{STATUS}:not(:empty)", state="attached")
        assert clipboard(page) == page.evaluate("document.querySelector('.pin').href") + "1/"

    def test_shows_the_address_where_the_clipboard_is_refused(self, read):
        page = read(ARTICLE)
        page.evaluate("() => { navigator.clipboard.writeText = async () => { throw new Error('refused') } }")
        page.focus(".pin >> nth=0")
        page.click(COPY)
        page.wait_for_selector(".copy input")
        assert page.input_value(".copy input").endswith("/1/")
        assert page.evaluate("document.activeElement.selectionEnd") == len(page.input_value(".copy input"))

    def test_is_not_offered_when_nothing_is_chosen(self, read):
        page = read(ARTICLE)
        assert not page.is_visible(COPY)
        page.focus(".pin >> nth=0")
        assert page.is_visible(COPY)
        page.keyboard.press("Escape")
        assert not page.is_visible(COPY)


class TestALinkToEvidence:
    @pytest.mark.parametrize("ways", [(), (NARROW,)], ids=["wide", "narrow"])
    def test_lands_with_the_words_marked_in_sight(self, read, ways):
        page = read("/timeline/huawei-buys-its-chips-abroad/", *ways)
        href = page.get_attribute("a[href*='?evidence=']", "href")
        page.emulate_media(reduced_motion="reduce")
        page.goto(href)
        box = page.locator("mark").first.bounding_box()
        assert box and 0 <= box["y"] < page.viewport_size["height"]
