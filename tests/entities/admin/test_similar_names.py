import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from entities.models import Entity
from tests import cast
from tests.desk import edda, form_on, nora, sent, text_of, wen

pytestmark = pytest.mark.django_db

ADD = "/admin/entities/entity/add/"
ASK = "/admin/entities/entity/similar/"
NEW = {"name": "HUAWEI", "slug": "huawei-2", "kind": "company"}


class TestTheForm:
    @pytest.fixture(autouse=True)
    def huawei(self):
        return cast.entity("Huawei", aliases=("华为",))

    def test_shows_them_before_it_saves(self, huawei):
        page = text_of(sent(edda(), ADD, "_save", **NEW))
        assert "There are names like this one" in page
        assert (
            f'<a href="/admin/entities/entity/{huawei.pk}/change/" target="_blank">Huawei</a> (company)'
            in page
        )
        assert Entity.objects.count() == 1

    def test_creates_it_anyway(self):
        desk = edda()
        page = sent(desk, ADD, "_save", **NEW)
        assert "It is none of these: create it anyway" in text_of(page)
        assert desk.post(ADD, {**form_on(page), "_create_anyway": "1"}).status_code == 302
        assert Entity.objects.filter(name="HUAWEI").exists()

    def test_looks_at_the_native_name_and_the_spellings_too(self):
        desk = edda()
        for name in ("native_name", "aliases-0-text"):
            fields = {
                "name": "Mate",
                "slug": "mate",
                "kind": "product",
                name: "华为",
                "native_language": "zh",
            }
            page = text_of(sent(desk, ADD, "_save", **fields))
            assert "also written <q>华为</q>" in page, name

    def test_asks_nothing_when_there_are_none(self):
        assert sent(edda(), ADD, "_save", name="Intel", slug="intel", kind="company").status_code == 302

    def test_asks_nothing_of_one_that_is_there(self, huawei):
        cast.entity("Huawei Technologies")
        address = f"/admin/entities/entity/{huawei.pk}/change/"
        assert sent(edda(), address, "_save", description="New.").status_code == 302


class TestTheAnswer:
    """Which the form asks for while somebody types."""

    def test_tells_who_is_like_that(self):
        huawei = cast.entity("Huawei", aliases=("华为",))
        assert edda().get(ASK, {"name": ["华为", "x"]}).json() == {
            "similar": [
                {
                    "name": "Huawei",
                    "kind": "company",
                    "spelling": "华为",
                    "url": f"/admin/entities/entity/{huawei.pk}/change/",
                }
            ]
        }

    @pytest.mark.parametrize("name", ["\0", "%", "'", "x" * 5000, '"' * 900, "\u202e", "\ud7ff"])
    def test_can_be_asked_anything(self, name):
        answer = edda().get(ASK, {"name": [name] * 50})
        assert answer.status_code == 400 or answer.json() == {"similar": []}

    def test_can_be_asked_nothing(self):
        assert edda().get(ASK).json() == {"similar": []}

    def test_costs_no_more_queries_for_more_entities(self):
        desk = edda()

        def queries() -> int:
            with CaptureQueriesContext(connection) as captured:
                assert desk.get(ASK, {"name": "Huawei"}).json()["similar"]
            return len(captured)

        cast.entity("Huawei")
        before = queries()
        for n in range(20):
            cast.entity(f"Huawei {n}")
        assert queries() == before

    @pytest.mark.parametrize("someone", [wen, nora])
    def test_is_for_those_who_may_add(self, someone):
        assert someone().get(ASK, {"name": "Huawei"}).status_code == 403
