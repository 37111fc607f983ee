"""Pages by the keyboard alone: everything that can be used is reached in its order, shows that it is, and lets go."""

import pytest

from tests.browser.kinds import KINDS
from tests.browser.ways import STILL

pytestmark = pytest.mark.needs("chromium")

PAGES = ("home", "article", "entity", "timeline", "search", "pair", "connections", "relations of one", "tags")
MOST = 60  # stops; whole long pages would say no more
STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled && one.tabIndex >= 0 && one.type !== "hidden").length"""
HERE = """() => {
    const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
    window.stops ??= new Map();
    if (!window.stops.has(one)) window.stops.set(one, window.stops.size);
    return {
        number: one === document.body ? -1 : window.stops.get(one),
        what: `${one.tagName} ${one.textContent.trim().slice(0, 40)}`,
        isMarked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
        isInSight: box.bottom > 0 && box.top < innerHeight,
    };
}"""


@pytest.fixture(params=PAGES)
def stops(read, request):
    """What the Tab key comes by, up to the end of the page or as many as are enough; and how many there are."""
    page = read(KINDS[request.param], STILL)
    wanted = min(page.evaluate(STOPS), MOST)
    found = []
    for _ in range(wanted):
        page.keyboard.press("Tab")
        found.append(page.evaluate(HERE))
    return found


def test_every_stop_is_a_new_one(stops):
    """But for the one button that goes with the passages."""
    numbers = [stop["number"] for stop in stops if not stop["what"].startswith("BUTTON Copy")]
    assert numbers == sorted(set(numbers)) and numbers[0] == 0


def test_every_stop_is_in_sight_and_marked(stops):
    assert [stop["what"] for stop in stops if not (stop["isMarked"] and stop["isInSight"])] == []
