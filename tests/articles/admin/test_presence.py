import pytest
from django.utils import timezone

from articles.models import Presence, Scratch
from tests import cast
from tests.articles.scratches import page_of, scratch_of, typed
from tests.desk import edda, text_of, wen

pytestmark = pytest.mark.django_db


class TestWhoElseIsHere:
    def test_is_told_when_the_form_is_opened(self):
        article, desk = cast.write(), wen()
        assert "hidden>Also here" in text_of(desk.get(page_of(article)))
        page = text_of(edda().get(page_of(article)))
        assert "Also here: <strong>wen</strong>" in page

    def test_is_told_while_one_types(self):
        article, one, other = cast.write(), wen(), edda()
        one.get(page_of(article))
        assert typed(other, article)["others"] == ["wen"]
        assert one.post(scratch_of(article), {"_there": "1"}).json()["others"] == ["edda"]
        assert Scratch.objects.count() == 1

    def test_passes(self):
        article, one = cast.write(), wen()
        one.post(scratch_of(article), {"_there": "1"})
        Presence.objects.update(until=timezone.now())
        assert typed(edda(), article)["others"] == []
