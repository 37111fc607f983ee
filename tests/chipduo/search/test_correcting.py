from io import StringIO

import pytest
from django.core.management import call_command

from chipduo.search.nearest import nearest_names
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def site(module_db):
    cast.duo()
    cast.published()
    cast.entity("Semiconductor Manufacturing", kind="concept")
    cast.entity("Secretaries", public=False)
    call_command("reindex", stdout=StringIO())


def corrected(client, q: str, **chosen: str) -> tuple[str, int] | None:
    found = client.get("/search.json", {"q": q, **chosen}).json()["correction"]
    return found and (found["q"], found["count"])


class TestACorrection:
    @pytest.mark.parametrize(
        ("q", "meant"),
        [
            ("hauwei", "huawei"),
            ("Hauwei", "Huawei"),
            ("procesors", "processors"),
            ("phnoes procesors", "phones processors"),
            ('"desings phones"', '"designs phones"'),
        ],
    )
    def test_is_offered_with_what_it_finds(self, client, q, meant):
        offered = corrected(client, q)
        assert offered
        text, count = offered
        assert text == meant
        assert client.get("/search.json", {"q": text}).json()["count"] == count > 0

    @pytest.mark.parametrize(
        "q", ["qqqqqqq", "ab", "secretaries", "secretaires", "phones nothing", "华威", "x" * 900, "1234"]
    )
    def test_is_not_offered_when_it_would_find_nothing(self, client, q):
        assert corrected(client, q) is None

    def test_keeps_what_was_chosen(self, client):
        assert corrected(client, "hauwei", kind="entity") == ("huawei", 1)
        assert corrected(client, "hauwei", kind="source") is None

    def test_is_shown_with_its_count(self, client):
        page = client.get("/search/?q=hauwei").content.decode()
        assert (
            'Did you mean <a href="/search/?q=huawei" rel="nofollow">huawei</a>? <span class="count">2 results</span>'
            in page
        )


class TestNearestNames:
    @pytest.mark.parametrize("text", ["hauwei", "Hawuei", "uawei", "huawei-", "HUAWEI"])
    def test_are_those_written_much_like_it(self, text):
        assert [one.name for one in nearest_names(text)] == ["Huawei"]

    @pytest.mark.parametrize("text", ["", " ", "zzz", "x" * 5000, "%", "_", "secretaries"])
    def test_may_be_none(self, text):
        assert nearest_names(text) == []

    def test_stand_on_the_page_that_says_that_there_is_none(self, client):
        page = client.get("/entities/hauwei/")
        assert page.status_code == 404
        assert '<a class="entity" href="/entities/huawei/">Huawei</a>' in page.content.decode()

    def test_are_not_asked_for_when_a_file_is_missing(self, client, django_assert_num_queries):
        with django_assert_num_queries(0):
            assert client.get("/huawei.php").status_code == 404
