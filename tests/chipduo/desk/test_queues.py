"""What holds for every queue: who sees it, who settles it, and that what was left is remembered and can be taken back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chipduo.desk.dismissal import Dismissal
from chipduo.desk.queues import QUEUES
from entities.models import Event, Evidence
from tests import cast
from tests.desk import edda, nora, text_of, wen

pytestmark = pytest.mark.django_db

OF_EDITORS = [queue for queue in QUEUES if queue.settles != "articles.change_article"]
EVENTS = "/admin/queues/unsourced-events/"


def unsourced(*slugs: str) -> list[str]:
    return [str(cast.event(slug, rests_on=None).pk) for slug in slugs]


class TestEveryQueue:
    @pytest.mark.parametrize("queue", QUEUES, ids=lambda queue: queue.slug)
    def test_says_what_it_is_and_why_it_matters(self, queue):
        page = text_of(edda().get(f"/admin/queues/{queue.slug}/"))
        assert queue.title in page
        assert queue.why.split("’")[0] in page
        assert "Nothing waits here." in page

    @pytest.mark.parametrize("queue", OF_EDITORS, ids=lambda queue: queue.slug)
    def test_is_seen_by_a_writer_who_may_not_settle_it(self, queue):
        desk = wen()
        address = f"/admin/queues/{queue.slug}/"
        assert desk.get(address).status_code == 200
        assert desk.get(f"{address}left/").status_code == 200
        assert desk.post(address, {"settle": "leave x"}).status_code == 403
        assert desk.post(f"{address}left/", {"row": "1"}).status_code == 403

    @pytest.mark.parametrize("queue", QUEUES, ids=lambda queue: queue.slug)
    def test_is_nothing_to_who_is_in_no_group(self, queue, client):
        address = f"/admin/queues/{queue.slug}/"
        assert nora().get(address).status_code == 403
        assert client.get(address).status_code == 302

    def test_has_a_name_of_its_own(self):
        assert len({queue.slug for queue in QUEUES}) == len(QUEUES)

    def test_that_is_not_there_is_not_found(self):
        assert edda().get("/admin/queues/nonsense/").status_code == 404


class TestAnAnswer:
    def test_settles_the_row_beside_it_and_no_ticked_one(self):
        cast.source("report")
        one, other = unsourced("one", "other")
        edda().post(EVENTS, {"settle": f"rest {one}", "row": [other], "given": "report"})
        assert Evidence.objects.get().event_id == int(one)

    def test_settles_all_that_are_ticked(self):
        cast.source("report")
        one, other, third = unsourced("one", "other", "third")
        page = edda().post(EVENTS, {"settle": "rest", "row": [one, other], "given": "report"}, follow=True)
        assert set(Evidence.objects.values_list("event_id", flat=True)) == {int(one), int(other)}
        assert "Settled: 2." in text_of(page)
        assert "Third" in text_of(page)

    def test_takes_a_source_as_it_is_offered(self):
        (one,) = unsourced("one")
        edda().post(EVENTS, {"settle": f"rest {one}", "given": str(cast.source())})
        assert Evidence.objects.get().source == cast.source()

    def test_that_is_refused_says_why_and_keeps_what_was_typed_and_ticked(self):
        (one,) = unsourced("one")
        page = edda().post(EVENTS, {"settle": "rest", "row": [one], "given": "nowhere"})
        assert "There is no source called “nowhere”" in text_of(page)
        assert 'value="nowhere"' in text_of(page)
        assert f'value="{one}" id="row-1" checked' in text_of(page)
        assert not Evidence.objects.exists()

    @pytest.mark.parametrize(
        "sent",
        [
            {},
            {"settle": "rest"},
            {"settle": "rest 999999"},
            {"settle": "nonsense 1"},
            {"settle": "\0 \0"},
            {"settle": "rest", "row": ["x" * 5000, "-1", "\u202e", "\0"]},
            {"settle": "leave", "row": [str(n) for n in range(500)]},
        ],
    )
    def test_that_makes_no_sense_changes_nothing(self, sent):
        unsourced("one")
        assert edda().post(EVENTS, sent, follow=True).status_code == 200
        assert not Evidence.objects.exists()

    def test_is_kept_in_the_history_of_the_thing(self):
        cast.source("report")
        (one,) = unsourced("one")
        desk = edda()
        desk.post(EVENTS, {"settle": f"rest {one}", "given": "report"})
        assert "Rested “One” on" in text_of(desk.get(f"/admin/entities/event/{one}/history/"))
        assert Event.objects.get().version == 2


class TestLeaving:
    def test_is_remembered(self):
        one, _ = unsourced("one", "other")
        desk = edda()
        page = text_of(desk.post(EVENTS, {"settle": f"leave {one}"}, follow=True))
        assert f'value="{one}"' not in page
        assert "What was left: 1" in page
        assert Dismissal.objects.get().by.username == "edda"

    def test_can_be_seen_and_taken_back(self):
        (one,) = unsourced("one")
        desk = edda()
        desk.post(EVENTS, {"settle": f"leave {one}"})
        page = text_of(desk.get(f"{EVENTS}left/"))
        assert "One" in page and "edda" in page
        desk.post(f"{EVENTS}left/", {"row": [str(Dismissal.objects.get().pk)]})
        assert f'value="{one}"' in text_of(desk.get(EVENTS))

    def test_is_taken_back_from_its_own_queue_only(self):
        (one,) = unsourced("one")
        desk = edda()
        desk.post(EVENTS, {"settle": f"leave {one}"})
        kept = Dismissal.objects.get()
        desk.post("/admin/queues/evidence/left/", {"row": [str(kept.pk), "x", "9" * 30]})
        assert Dismissal.objects.filter(pk=kept.pk).exists()

    def test_twice_is_once(self):
        someone = cast.user("someone")
        for _ in range(2):
            Dismissal.objects.leave("evidence", "1.reworded", "words " * 100, someone)
        assert Dismissal.objects.count() == 1


class TestPages:
    def test_hold_fifty_rows_and_ask_as_often_for_fifty_as_for_one(self):
        desk = edda()
        unsourced("first")
        desk.get(EVENTS)
        few = queries(desk, EVENTS)
        unsourced(*(f"event-{n}" for n in range(60)))
        assert queries(desk, EVENTS) == few
        assert desk.get(EVENTS).content.count(b'name="row"') == 50
        assert desk.get(f"{EVENTS}?page=2").content.count(b'name="row"') == 11

    @pytest.mark.parametrize("page", ["0", "x", "-1", "9" * 40, "99999", "\u0663"])
    def test_of_any_number_are_answered(self, page):
        assert edda().get(EVENTS, {"page": page}).status_code == 200


def queries(desk, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert desk.get(address).status_code == 200
    return len(captured)
