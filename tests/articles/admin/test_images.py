from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from articles.admin.fields import images
from articles.models import Article
from tests import cast
from tests.articles.pictures import SVG, picture
from tests.desk import edda, publish_page_of, sent, text_of

pytestmark = pytest.mark.django_db


def opened(webp: bytes) -> Image.Image:
    return Image.open(BytesIO(webp))


class TestAsWebp:
    @pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "TIFF"])
    def test_writes_any_image_anew(self, kind):
        assert opened(images.as_webp(picture(kind=kind))).format == "WEBP"

    def test_makes_it_at_most_1600_pixels_wide(self):
        assert opened(images.as_webp(picture(3200, 400))).size == (1600, 200)

    def test_keeps_what_is_transparent(self):
        assert opened(images.as_webp(picture(mode="RGBA", colour=(255, 0, 0, 128)))).mode == "RGBA"

    def test_turns_it_upright_and_forgets_where_it_was_taken(self):
        exif = Image.Exif()
        exif[0x0112] = 6  # lies on its side
        exif[0x010F] = "The maker of the camera"
        written = images.as_webp(picture(20, 10, "JPEG", exif=exif))
        assert opened(written).size == (10, 20)
        assert b"camera" not in written

    @pytest.mark.parametrize("content", [SVG, b"", b"not an image", b"%!PS-Adobe-3.0 EPSF-3.0\n", b"GIF89a"])
    def test_refuses_what_is_not_an_image(self, content):
        with pytest.raises(ValidationError, match="cannot be read as an image"):
            images.as_webp(SimpleUploadedFile("photo.png", content))

    def test_refuses_an_image_that_is_cut_off(self):
        whole = picture(200, 200, "JPEG").read()
        with pytest.raises(ValidationError):
            images.as_webp(SimpleUploadedFile("photo.jpg", whole[: len(whole) // 2]))

    def test_refuses_one_that_would_fill_the_memory(self):
        with pytest.raises(ValidationError, match="too many"):
            images.as_webp(picture(8000, 8000, mode="1", colour=1))

    def test_refuses_one_that_the_decoder_itself_calls_a_bomb(self):
        with pytest.raises(ValidationError):
            images.as_webp(picture(20000, 20000, mode="1", colour=1))

    def test_refuses_a_file_larger_than_10_mb(self):
        with pytest.raises(ValidationError, match="10 MB"):
            images.as_webp(SimpleUploadedFile("photo.png", b"\0" * (images.LARGEST_UPLOAD + 1)))


class TestKeeping:
    def test_stores_the_same_image_once(self):
        name = images.keep(b"an image")
        assert images.keep(b"an image") == name
        assert len([one for one in default_storage.listdir("lead")[1] if one in name]) == 1

    def test_gives_it_a_name_that_cannot_be_guessed_from_the_image(self, settings):
        name = images.keep(b"an image")
        settings.SECRET_KEY = "of another site"
        assert images.keep(b"an image") != name


class TestLeadImage:
    def test_is_stored_and_served(self, client):
        article, desk = cast.write(), edda()
        page = reverse("admin:articles_article_change", args=[article.pk])
        sent(desk, page, "_publish", lead_image=picture(), lead_image_alt="A red rectangle")
        sent(desk, publish_page_of(article), "_publish")
        response = client.get(article.live_edition.lead_image.url)
        assert (response.status_code, response["Content-Type"]) == (200, "image/webp")

    def test_must_be_described(self):
        article = cast.write()
        page = reverse("admin:articles_article_change", args=[article.pk])
        assert "Describe the image" in text_of(sent(edda(), page, lead_image=picture()))
        assert not Article.objects.get().lead_image

    def test_refused_is_said_at_its_field(self):
        article = cast.write()
        page = reverse("admin:articles_article_change", args=[article.pk])
        upload = SimpleUploadedFile("logo.svg", SVG)
        response = sent(edda(), page, lead_image=upload, lead_image_alt="A logo")
        assert response.context["adminform"].form.errors["lead_image"] == [images.CANNOT]

    def test_can_be_taken_away(self):
        article = cast.write(lead_image=images.keep(b"an image"), lead_image_alt="An image")
        page = reverse("admin:articles_article_change", args=[article.pk])
        sent(edda(), page, **{"lead_image-clear": "on", "lead_image_alt": ""})
        assert not Article.objects.get().lead_image

    def test_stays_when_publishing_is_refused_and_tried_again(self):
        article, desk = cast.write(body="Words.[^nobody]"), edda()
        page = reverse("admin:articles_article_change", args=[article.pk])
        sent(desk, page, "_publish", lead_image=picture(), lead_image_alt="A red rectangle")
        assert "footnote" in text_of(sent(desk, publish_page_of(article), "_publish"))
