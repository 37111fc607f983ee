"""What a first visit to an article costs, measured as it travels."""

import pytest

pytestmark = pytest.mark.needs("chromium")

ARTICLE = "/articles/smics-role/"
MOST_BYTES, MOST_REQUESTS = 60 * 1024, 6
SHIFTS = """() => new Promise((done) => {
    const seen = [];
    new PerformanceObserver((list) => seen.push(...list.getEntries())).observe({type: "layout-shift", buffered: true});
    setTimeout(() => done(seen.map((shift) => shift.value)), 300);
})"""
BLOCKING = """() => performance.getEntriesByType("resource")
    .filter((one) => one.renderBlockingStatus === "blocking").map((one) => one.name)"""


@pytest.fixture
def visit(browser, address):
    """A page of a reader with nothing cached, and the bytes of each answer with its headers, by address."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    network, named, sizes = context.new_cdp_session(page), {}, {}
    network.on(
        "Network.responseReceived", lambda told: named.update({told["requestId"]: told["response"]["url"]})
    )
    network.on(
        "Network.loadingFinished",
        lambda told: sizes.update({named.get(told["requestId"], "?"): told["encodedDataLength"]}),
    )
    network.send("Network.enable")
    page.goto(ARTICLE, wait_until="networkidle")
    yield page, sizes
    context.close()


class TestAFirstVisitToAnArticle:
    def test_is_light(self, visit):
        _, sizes = visit
        assert len(sizes) <= MOST_REQUESTS, sizes
        assert 5_000 < sum(sizes.values()) <= MOST_BYTES, sizes

    def test_moves_nothing_that_is_already_there(self, visit):
        assert visit[0].evaluate(SHIFTS) == []

    def test_waits_for_the_style_sheet_alone(self, visit):
        (sheet,) = visit[0].evaluate(BLOCKING)
        assert "/css/site." in sheet
