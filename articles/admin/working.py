"""Long work at the desk: a page that is sent while it goes on and says how far it is, without JavaScript.

The work is a generator that yields steps and returns the answer. What ends soon is answered as usual. A page that is closed
too early closes the generator, and so takes back the transaction that it is in.
"""

import logging
from collections.abc import Generator, Iterator
from contextlib import closing
from time import monotonic

from django.conf import settings
from django.contrib.admin import site
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html

from articles.steps import Step

EVERY = 0.4  # seconds
STEPS, CONTENT = "<!-- steps -->", '<div id="content"'
ROW = '<li><progress max="{}" value="{}"></progress> {}</li>\n'

Work = Generator[Step, None, HttpResponse]


def answered(
    request: HttpRequest, work: Work, title: str, *styles: str, at_once: bool = False
) -> HttpResponse:
    """`styles` are those that the page at the end needs; `at_once` is for work that is long before its second step."""
    end = monotonic() + (0 if at_once else settings.LONG_WORK)
    try:
        step = next(work)
        while monotonic() < end:
            step = next(work)
    except StopIteration as finished:
        return finished.value
    context = {**site.each_context(request), "title": title, "styles": styles}
    response = StreamingHttpResponse(Telling(request, work, step, context))
    response.headers["X-Accel-Buffering"] = "no"  # nginx would wait for more
    return response


class Telling:
    """The page, piece by piece; whoever ends it, even before its first piece, ends the work."""

    def __init__(self, request: HttpRequest, work: Work, step: Step, context: dict) -> None:
        self.request, self.work, self.step, self.context = request, work, step, context
        self.zone = timezone.get_current_timezone()
        self.pieces = self.told()

    def __iter__(self) -> Iterator[str]:
        return self.pieces

    def close(self) -> None:
        self.pieces.close()
        self.work.close()

    def told(self) -> Iterator[str]:
        before, _, after = render_to_string("admin/working.html", self.context, self.request).partition(STEPS)
        with timezone.override(self.zone), closing(self.work):
            yield f"{before}{row(self.step)}"
            end = yield from self.steps()
            yield f"{after.partition(CONTENT)[0]}{CONTENT}{self.page(end).partition(CONTENT)[2]}"

    def steps(self) -> Generator[str, None, HttpResponse | None]:
        """Returns what the work returns; nothing when it failed."""
        told_at = monotonic()
        try:
            while True:
                step = next(self.work)
                if monotonic() - told_at > EVERY:
                    yield row(step)
                    told_at = monotonic()
        except StopIteration as finished:
            return finished.value
        except Exception:
            logging.getLogger("django.request").exception("Long work failed: %s", self.request.path)
            return None

    def page(self, end: HttpResponse | None) -> str:
        """What the browser cannot be led on to, as the page has begun, is linked."""
        if end is None or "Location" in end.headers:
            leads_to = end.headers["Location"] if end else ""
            return render_to_string("admin/worked.html", {**self.context, "leads_to": leads_to}, self.request)
        if hasattr(end, "render"):
            end.render()
        return end.content.decode()


def row(step: Step) -> str:
    return format_html(ROW, step.total, step.done, step)
