import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Review
from chipduo.models import User
from tests import cast
from tests.desk import at_the_desk, change_page_of, edda, form_on, nora, sent, text_of, wen

pytestmark = pytest.mark.django_db


class TestTheHomePageOfTheDesk:
    def test_shows_what_is_drafted_scheduled_and_published(self):
        cast.write("a-draft")
        cast.published("just-out")
        cast.write("next-week").publish(editor=None, at=timezone.now() + timedelta(days=7))
        Review.objects.ask(cast.write("to-be-read"), cast.user("wen"))
        page = text_of(edda().get("/admin/"))
        for heading, title in {
            "Drafts": "A-Draft",
            "Waiting for review": "To-Be-Read",
            "Scheduled": "Next-Week",
            "Published": "Just-Out",
        }.items():
            assert title in page.split(f"<h2>{heading}")[1].split("</section>")[0]

    def test_shows_the_drafts_of_its_reader_first(self):
        desk = wen()
        article = cast.write("mine")
        cast.write("of-another")
        sent(desk, f"/admin/articles/article/{article.pk}/change/", title="Mine Alone")
        cast.write("newest")
        drafts = text_of(desk.get("/admin/")).split("<h2>Drafts")[1].split("</section>")[0]
        assert drafts.index("Mine Alone") < drafts.index("Newest")
        assert drafts.count("yours, ") == 1

    def test_tells_a_writer_what_came_back_and_leads_to_the_comments(self):
        desk, article = wen(), cast.write("weak")
        writer = User.objects.get(username="wen")
        Review.objects.ask(article, writer).send_back(cast.user("edda"), article.version)
        drafts = text_of(desk.get("/admin/")).split("<h2>Drafts")[1].split("</section>")[0]
        assert f'<a href="/admin/articles/article/{article.pk}/review/">returned</a>' in drafts

    def test_counts_what_waits_in_each_queue(self):
        cast.event("one", rests_on=None)
        cast.event("other", rests_on=None)
        assert "<b>2</b> Events that rest on nothing" in text_of(edda().get("/admin/"))

    def test_shows_for_review_what_was_asked_about_first_and_once(self):
        desk, wen = edda(), cast.user("wen")
        late, early = cast.write("late"), cast.write("early")
        Review.objects.ask(early, wen).send_back(wen, early.version)
        for article in (late, early):
            Review.objects.ask(article, wen)
        Review.objects.waiting().filter(article=early).update(asked=timezone.now() - timedelta(days=9))
        waiting = text_of(desk.get("/admin/")).split("<h2>Waiting for review")[1].split("</section>")[0]
        assert waiting.index("Early") < waiting.index("Late")
        assert waiting.count("wen asked on") == 2

    def test_shows_nobody_what_they_may_not_see(self):
        cast.write("a-draft")
        Review.objects.ask(cast.write("to-be-read"), cast.user("wen"))
        page = text_of(nora().get("/admin/"))
        assert "A-Draft" not in page
        assert "To-Be-Read" not in page
        assert "Waiting for an editor" not in page

    def test_names_what_is_kept_in_the_order_of_an_editors_day(self):
        desk = nora()
        User.objects.update(is_superuser=True)
        groups = re.findall(r'class="section"[^>]*>([^<]+)<', text_of(desk.get("/admin/")))
        assert groups == ["The record", "The knowledge", "Tags", "People", "What people may do"]

    def test_tells_who_is_in_no_group_whom_to_ask(self):
        desk = nora()
        assert "belongs to no group" in text_of(desk.get("/admin/"))
        assert "Back to the desk" in text_of(desk.get("/admin/articles/article/"))

    def test_asks_as_often_for_a_large_site_as_for_a_small_one(self):
        desk = at_the_desk("ed", "Editor")
        fill(0, 2)
        desk.get("/admin/")
        few = queries(desk)
        fill(2, 30)
        assert queries(desk) == few


def fill(first: int, last: int) -> None:
    wen = cast.user(f"wen-{first}")
    for n in range(first, last):
        Review.objects.ask(cast.write(f"draft-{n}"), wen)
        cast.published(f"out-{n}")
        cast.event(f"event-{n}", rests_on=None)


def queries(desk) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert desk.get("/admin/").status_code == 200
    return len(captured)


class TestWordsThatWereNotSaved:
    @staticmethod
    def listed(desk) -> str:
        return text_of(desk.get("/admin/")).split("<h2>Typed and not saved")[1].split("</section>")[0]

    def test_are_listed_with_where_they_are_offered_again(self):
        desk = wen()
        article, gone = cast.write("needs"), cast.write("gone")
        for thing, title in ((article, "Renamed"), (gone, "Typed into it")):
            own = change_page_of(thing)
            desk.post(own.replace("/change/", "/scratch/"), {**form_on(desk.get(own)), "title": title})
        add = "/admin/articles/article/add/"
        desk.post("/admin/articles/article/scratch/", {**form_on(desk.get(add)), "title": "A new one"})
        where = change_page_of(gone)
        gone.delete()
        listed = self.listed(desk)
        for address, name, told in (
            (change_page_of(article), "Needs", "article, "),
            (where, "Typed into it", "article, deleted since, "),
            (add, "A new one", "a new article, "),
        ):
            assert f'<a href="{address}">{name}</a> <span class="quiet">{told}' in listed
        assert "Typed into it" in text_of(desk.get(where))

    def test_are_listed_to_nobody_else(self):
        article, desk = cast.write(), wen()
        own = change_page_of(article)
        desk.post(own.replace("/change/", "/scratch/"), {**form_on(desk.get(own)), "title": "Wen’s"})
        assert "Typed and not saved" in text_of(desk.get("/admin/"))
        assert "Typed and not saved" not in text_of(edda().get("/admin/"))
