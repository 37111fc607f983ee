"""The timeline on a page of another site, and what that site cannot show."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

pytestmark = pytest.mark.needs("chromium")


@pytest.fixture(scope="module")
def another_site(address: str) -> Iterator[str]:
    """A page that has the embedded timeline and the contents page in frames."""
    frames = "".join(
        f'<iframe name="{name}" src="{address}{path}"></iframe>'
        for name, path in (("timeline", "/embed/timeline/?entity=smic"), ("home", "/"))
    )

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f"<!doctype html><title>Another site</title>{frames}".encode())

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class TestAnotherSite:
    def test_can_show_the_timeline_and_no_other_page(self, read, said, another_site):
        page = read(another_site, wait_until="networkidle")
        timeline = page.frame(name="timeline")
        assert timeline.locator("h1").inner_text() == "Timeline, the events naming SMIC"
        assert timeline.locator("h1").evaluate("element => getComputedStyle(element).fontWeight") == "400"
        assert page.frame(name="home").url.startswith("chrome-error:")
        refusals = [line for line in said if "frame-ancestors" in line or "X-Frame-Options" in line]
        assert refusals

    def test_leads_to_the_book_in_a_page_of_its_own(self, read, another_site):
        page = read(another_site, wait_until="networkidle")
        with page.context.expect_page() as opened:
            page.frame(name="timeline").locator(".onward a").click()
        opened.value.wait_for_load_state()
        assert opened.value.url.endswith("/timeline/?entity=smic")
