"""Long work: how far it is, and what becomes of it when nobody waits."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse, HttpResponseRedirect

from articles.admin.working import answered
from articles.steps import Step
from tests.desk import text_of

pytestmark = pytest.mark.django_db


class Work:
    """Three steps; `ended` says how."""

    def __init__(self, end=None) -> None:
        self.end, self.ended = end, ""

    def steps(self):
        try:
            for done in (1, 2, 3):
                yield Step(done, 3, "things done")
            if self.end is None:
                raise RuntimeError("a secret of the house")
            self.ended = "done"
            return self.end
        finally:
            self.ended = self.ended or "given up"


@pytest.fixture
def request_of_somebody(rf):
    request = rf.post("/admin/somewhere/")
    request.user, request._messages = AnonymousUser(), ()
    return request


def answer(request, work: Work):
    return answered(request, work.steps(), "A title", "chipduo/css/desk/sheet.css")


class TestShortWork:
    def test_is_answered_as_ever(self, request_of_somebody):
        end = HttpResponse("end", status=409)
        assert answer(request_of_somebody, Work(end)) is end

    def test_fails_as_ever(self, request_of_somebody):
        with pytest.raises(RuntimeError):
            answer(request_of_somebody, Work())


class TestLongWork:
    @pytest.fixture(autouse=True)
    def impatience(self, settings, monkeypatch):
        settings.LONG_WORK = 0
        monkeypatch.setattr("articles.admin.working.EVERY", -1)

    def test_says_how_far_it_is_without_a_script(self, request_of_somebody):
        page = HttpResponse('<html>head<div id="content" class="colM">the end</div></html>')
        told = text_of(answer(request_of_somebody, Work(page)))
        steps = [
            f'<li><progress max="3" value="{n}"></progress> {n} of 3 things done</li>' for n in (1, 2, 3)
        ]
        assert " ".join(steps) in told
        assert told.endswith('<div id="content" class="colM">the end</div></html>')
        assert told.count("<html") == 1
        assert "chipduo/css/desk/sheet.css" in told

    def test_is_not_held_back_by_a_proxy(self, request_of_somebody):
        assert answer(request_of_somebody, Work(HttpResponse()))["X-Accel-Buffering"] == "no"

    def test_links_what_a_browser_would_be_led_on_to(self, request_of_somebody):
        told = text_of(answer(request_of_somebody, Work(HttpResponseRedirect("/admin/there/"))))
        assert '<a href="/admin/there/" class="button">Go on</a>' in told

    def test_fails_in_plain_words(self, request_of_somebody, caplog):
        told = text_of(answer(request_of_somebody, Work()))
        assert "Something went wrong on our side, and nothing was changed." in told
        assert "a secret of the house" not in told
        assert "a secret of the house" in caplog.text

    @pytest.mark.parametrize("read", [0, 1, 2])
    def test_is_given_up_when_the_page_is_closed(self, request_of_somebody, read):
        work = Work(HttpResponse("end"))
        response = answer(request_of_somebody, work)
        pieces = iter(response)
        for _ in range(read):
            next(pieces)
        response.close()
        assert work.ended == "given up"
