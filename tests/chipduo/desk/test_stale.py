import pytest

from entities.models import Mention, StaleEdition
from tests import cast
from tests.desk import edda, text_of

pytestmark = pytest.mark.django_db

QUEUE = "/admin/queues/relinking/"


@pytest.fixture
def waiting(settings):
    settings.RELINK_AT_ONCE = 0
    edition = cast.published()
    cast.duo()
    return edition


class TestAwaitingRelinking:
    def test_is_told(self, waiting):
        assert str(waiting) in text_of(edda().get(QUEUE))

    def test_is_done_in_one_click(self, waiting):
        edda().post(QUEUE, {"settle": f"relink {waiting.pk}"})
        assert not StaleEdition.objects.exists()
        assert Mention.objects.filter(passage__edition=waiting).exists()

    def test_cannot_be_left_for_good(self, waiting):
        desk = edda()
        desk.post(QUEUE, {"settle": f"leave {waiting.pk}"})
        assert str(waiting) in text_of(desk.get(QUEUE))
