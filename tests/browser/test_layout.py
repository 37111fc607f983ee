import pytest

from tests.browser.kinds import KINDS

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.xdist_group("browser")]

NARROW = {"width": 360, "height": 740}
OVERHANGING = """
() => [...document.body.querySelectorAll("*")]
    .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
    .map(element => `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 60)}`)
"""


class TestAPage:
    @pytest.mark.parametrize("kind", KINDS)
    def test_fits_a_narrow_screen(self, browser, address, kind):
        page = browser.new_page(viewport=NARROW)
        page.goto(address + KINDS[kind])
        width = page.evaluate("document.documentElement.scrollWidth")
        overhanging = page.evaluate(OVERHANGING)
        page.close()
        assert width <= NARROW["width"], "\n".join(overhanging)

    @pytest.mark.parametrize("kind", KINDS)
    def test_is_shown_without_a_complaint_of_the_browser(self, browser, address, kind):
        page = browser.new_page()
        said: list[str] = []
        page.on(
            "console",
            lambda message: said.append(f"{message.type}: {message.text} {message.location['url']}"),
        )
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("requestfailed", lambda request: said.append(f"failed: {request.url}"))
        response = page.goto(address + KINDS[kind], wait_until="networkidle")
        page.close()
        about_itself = (
            f"error: Failed to load resource: the server responded with a status of {response.status}"
        )
        assert [line for line in said if not (response.status >= 400 and line.startswith(about_itself))] == []

    def test_may_run_no_script_but_the_site_s_own(self, browser, address):
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(address)
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
        )
        ran = page.evaluate("window.ran")
        page.close()
        assert ran is None
        assert any("Content Security Policy" in line for line in said)
