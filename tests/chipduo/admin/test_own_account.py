import pytest
from django.urls import reverse

from chipduo.models import User
from tests import cast
from tests.desk import edda, nora, publish_page_of, sent, text_of, wen

pytestmark = pytest.mark.django_db

OWN = "/admin/me/"


class TestOnesOwnAccount:
    def test_sets_the_clock_by_which_one_schedules(self):
        desk, article = edda(), cast.write()
        assert sent(desk, OWN, time_zone="Asia/Shanghai", first_name="Edda").url == OWN
        page = text_of(desk.get(publish_page_of(article)))
        assert "In the time zone Asia/Shanghai" in page

    def test_is_linked_from_every_page_of_the_desk(self):
        assert f'<a href="{reverse("admin:own_account")}">Your account</a>' in text_of(nora().get("/admin/"))

    def test_refuses_a_zone_that_is_none_and_keeps_what_was_typed(self):
        desk = wen()
        page = desk.post(OWN, {"first_name": "Wen", "time_zone": "Mars/Olympus"})
        assert "Select a valid choice" in text_of(page) and 'value="Wen"' in text_of(page)
        assert User.objects.get(username="wen").time_zone == ""

    def test_changes_nothing_else_and_nobody_else(self):
        desk, other = wen(), cast.user("otto", "Editor")
        sent(desk, OWN, first_name="Wen", is_superuser="on", username="root", pk=other.pk, id=other.pk)
        changed = User.objects.get(username="wen")
        assert (changed.first_name, changed.is_superuser) == ("Wen", False)
        other.refresh_from_db()
        assert other.first_name == ""
