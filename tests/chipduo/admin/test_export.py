from io import BytesIO
from zipfile import ZipFile

import pytest

from tests import cast
from tests.desk import edda, nora, text_of, wen

pytestmark = pytest.mark.django_db

PAGE = "/admin/export/"


class TestAnEditor:
    def test_is_led_to_it_and_told_to_keep_it_private(self):
        desk = edda()
        assert PAGE in text_of(desk.get("/admin/"))
        assert "Keep it private." in text_of(desk.get(PAGE))

    def test_takes_everything_away(self):
        cast.write("draft", "Not yet.")
        response = edda().post(PAGE)
        assert response["Content-Disposition"].startswith('attachment; filename="chipduo-private-')
        assert "no-store" in response["Cache-Control"]
        with ZipFile(BytesIO(response.getvalue())) as archive:
            assert archive.read("articles/draft/manuscript.md").endswith(b"+++\n\nNot yet.")


@pytest.mark.parametrize("someone", [wen, nora])
class TestSomebodyElse:
    def test_takes_nothing_away(self, someone):
        desk = someone()
        assert (desk.get(PAGE).status_code, desk.post(PAGE).status_code) == (403, 403)

    def test_is_not_led_to_it(self, someone):
        assert PAGE not in text_of(someone().get("/admin/"))


def test_nobody_takes_nothing_away(client):
    assert client.post(PAGE)["Location"].startswith("/admin/login/")
