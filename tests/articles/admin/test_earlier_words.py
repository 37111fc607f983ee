from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article, PutAside, Scratch
from tests import cast
from tests.articles.scratches import page_of, typed
from tests.desk import form_on, sent, wen

pytestmark = pytest.mark.django_db
ADD, NEW = "/admin/articles/article/add/", "/admin/articles/article/scratch/"


class TestEarlierWords:
    def test_are_put_aside_every_ten_minutes_and_can_be_taken_back(self):
        article, desk = cast.write(), wen()
        typed(desk, article, body="One.")
        typed(desk, article, body="Two.")
        typed(desk, article, body="Three.")
        PutAside.objects.update(typed_at=timezone.now() - timedelta(minutes=11))
        typed(desk, article, body="Four.")
        assert [one.fields["body"] for one in PutAside.objects.order_by("pk")] == [["One."], ["Three."]]
        first = PutAside.objects.order_by("pk").first()
        assert form_on(desk.get(f"{page_of(article)}?earlier={first.pk}"))["body"] == "One."

    def test_of_a_form_that_was_opened_before_are_not_written_over(self):
        article, desk = cast.write(), wen()
        typed(desk, article, body="One.", _opening="a")
        typed(desk, article, body="Two.", _opening="a")
        Scratch.objects.update(typed_at=timezone.now() - timedelta(minutes=1))
        typed(desk, article, body="Three.", _opening="b")
        assert {one.fields["body"][0] for one in PutAside.objects.all()} == {"One.", "Two."}

    def test_outlive_a_save(self):
        desk = wen()
        opened = form_on(desk.get(ADD))
        for words in ("One.", "Two."):
            desk.post(NEW, {**opened, "body": words})
        sent(desk, ADD, title="Masks", slug="masks", body="Two.")
        address = f"{page_of(Article.objects.get())}?earlier={PutAside.objects.get().pk}"
        assert form_on(desk.get(address))["body"] == "One."

    def test_are_twelve_at_most(self):
        article, desk = cast.write(), wen()
        for number in range(16):
            typed(desk, article, body=f"{number}")
            PutAside.objects.update(typed_at=timezone.now() - timedelta(minutes=11))
        assert PutAside.objects.count() == 12
        assert not PutAside.objects.filter(fields__body=["1"]).exists()
