from gzip import decompress

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests import cast, public_site

ACCEPTING = {"accept-encoding": "gzip, deflate, br"}
PUBLIC = [
    "/",
    "/articles/needs/",
    "/articles/needs.json",
    "/articles/needs.md",
    "/feed/",
    "/sitemap.xml",
    "/nowhere/",
    "/timeline/?from=never",
]
PRIVATE = ["/admin/login/", "/admin/nowhere/"]

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def site(module_db):
    cast.duo()
    cast.published()


class TestAPublicPage:
    @pytest.mark.parametrize("address", PUBLIC)
    def test_is_the_same_compressed_and_not(self, client, address):
        plain, packed = client.get(address), client.get(address, headers=ACCEPTING)
        assert packed.headers["Content-Encoding"] == "gzip"
        assert decompress(packed.content) == plain.content
        assert int(packed.headers["Content-Length"]) == len(packed.content) < len(plain.content)

    @pytest.mark.parametrize("address", PUBLIC)
    def test_tells_caches_that_there_are_two(self, client, address):
        for headers in ({}, ACCEPTING):
            assert "Accept-Encoding" in client.get(address, headers=headers).headers["Vary"]

    def test_is_the_same_bytes_for_every_reader(self, client):
        first, second = (client.get("/articles/needs/", headers=ACCEPTING) for _ in range(2))
        assert first.content == second.content

    @pytest.mark.parametrize("refusing", ["", "identity", "br"])
    def test_is_plain_for_who_cannot_unpack_it(self, client, refusing):
        assert "Content-Encoding" not in client.get("/", headers={"accept-encoding": refusing}).headers

    @pytest.mark.parametrize("headers", [{}, ACCEPTING])
    def test_is_not_sent_again_to_who_has_it(self, client, headers):
        tag = client.get("/articles/needs/", headers=headers).headers["ETag"]
        again = client.get("/articles/needs/", headers={**headers, "if-none-match": tag})
        assert (again.status_code, again.content) == (304, b"")
        assert "Accept-Encoding" in again.headers["Vary"]


class TestWhatIsNotCompressed:
    @pytest.mark.parametrize("address", PRIVATE)
    def test_is_the_admin_whose_tokens_its_size_could_give_away(self, client, address):
        response = client.get(address, headers=ACCEPTING, follow=True)
        assert response.request["PATH_INFO"].startswith("/admin/")
        assert "Content-Encoding" not in response.headers

    def test_is_a_picture_which_is_compressed_already(self, client, settings, tmp_path):
        settings.MEDIA_ROOT = str(tmp_path)
        default_storage.save(public_site.PICTURE, ContentFile(b"RIFF" * 200))
        response = client.get(f"/media/{public_site.PICTURE}", headers=ACCEPTING)
        assert "Content-Encoding" not in response.headers
        assert response.getvalue() == b"RIFF" * 200
