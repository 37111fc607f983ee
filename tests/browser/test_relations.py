"""The pictures of relations as a browser draws them, in the faces that it has."""

import pytest

from tests.browser.ways import FORCED_COLOURS, NARROW, PRINTED, WIDE, WITHOUT_JAVASCRIPT

pytestmark = pytest.mark.needs("chromium")

OVERLAPPING = """() => [...document.querySelectorAll("svg.drawing[aria-label]")].flatMap(svg => {
    const words = [...svg.querySelectorAll("text")].map(text => [text.textContent, text.getBBox()])
    const beside = (a, b) => a.x + a.width <= b.x || b.x + b.width <= a.x
    const under = (a, b) => a.y + a.height <= b.y || b.y + b.height <= a.y
    return words.flatMap(([said, a], n) => words.slice(n + 1)
        .filter(([_, b]) => a.width && b.width && !beside(a, b) && !under(a, b)).map(([other]) => said + " / " + other))
})"""
DRAWN = """() => [...document.querySelectorAll("svg.drawing[aria-label]")].filter(svg => svg.getBBox().width).length"""
SHORT = "Huawei is a major customer of SMIC"


@pytest.mark.parametrize("way", [WIDE, NARROW, {**WIDE, **PRINTED}], ids=["wide", "narrow", "printed"])
@pytest.mark.parametrize("path", ["/relations/", "/entities/smic/relations/"])
class TestAPicture:
    def test_sets_no_words_on_others(self, read, path, way):
        page = read(path, way)
        assert page.evaluate(DRAWN)
        assert page.evaluate(OVERLAPPING) == []


class TestALine:
    @pytest.mark.parametrize("path", ["/relations/", "/entities/huawei/relations/"])
    def test_leads_to_the_words_that_it_rests_on_without_javascript(self, read, path):
        page = read(path, WIDE, WITHOUT_JAVASCRIPT)
        page.get_by_role("link", name=SHORT).press("Enter")
        assert page.locator("tr:target blockquote").first.is_visible()

    def test_is_marked_when_the_keyboard_is_at_it(self, read):
        link = read("/relations/", WIDE).get_by_role("link", name=SHORT)
        before = link.evaluate("one => getComputedStyle(one.querySelector('text')).textDecorationLine")
        link.page.keyboard.press("Tab")
        link.focus()
        after = link.evaluate("one => getComputedStyle(one.querySelector('text')).textDecorationLine")
        assert (before, after) == ("none", "underline")


class TestForcedColours:
    def test_are_those_of_lines_too(self, read):
        page = read("/relations/", WIDE, FORCED_COLOURS)
        ink = page.evaluate("getComputedStyle(document.body).color")
        strokes = page.eval_on_selector_all(
            ".drawing path.line, .thread", "all => [...new Set(all.map(one => getComputedStyle(one).stroke))]"
        )
        assert strokes == [ink]
