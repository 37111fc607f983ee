from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from articles.admin.fields import images
from articles.markdown import render
from tests import cast
from tests.articles.pictures import SVG, picture
from tests.desk import at_the_desk, change_page_of, edda, form_on, nora, text_of, wen

pytestmark = pytest.mark.django_db

PAGE = "/admin/articles/article/image/"
ADD = "/admin/articles/article/add/"


def upload(desk: Client, **fields):
    return desk.post(PAGE, {f"text-{name}": value for name, value in {"image": picture(), **fields}.items()})


def markdown_on(response) -> str:
    return unescape(text_of(response).split("data-markdown>")[1].split("</textarea>")[0]).strip()


class TestAnImageWithinTheText:
    def test_is_stored_served_and_answered_as_markdown(self, client):
        told = markdown_on(upload(wen(), alt="A red rectangle"))
        address = told.removeprefix("![A red rectangle](").removesuffix(")")
        assert client.get(address)["Content-Type"] == "image/webp"

    @pytest.mark.parametrize("alt", ["a [b](c) *d* _e_ `f` \\\\ <g> &amp; [[h]] [^i] !", "中芯", "![x](/y)"])
    def test_is_described_by_the_words_that_were_given_whatever_signs_are_in_them(self, alt):
        html = render(markdown_on(upload(wen(), alt=alt))).blocks[0].html
        assert unescape(html.split('alt="')[1].split('"')[0]) == alt

    def test_may_be_decorative_if_that_is_said(self):
        told = markdown_on(upload(wen(), is_decorative="on"))
        assert 'alt=""' in render(told).blocks[0].html

    @pytest.mark.parametrize("fields", [{}, {"alt": "  "}, {"alt": "Red", "is_decorative": "on"}])
    def test_is_not_stored_without_one_or_the_other(self, fields, monkeypatch):
        monkeypatch.delattr(images, "keep")
        page = text_of(upload(wen(), **fields))
        assert "Either describe the image, or say that it is decorative." in page
        assert "data-markdown" not in page

    @pytest.mark.parametrize("bad", [SVG, b"not an image"])
    def test_is_checked_as_the_lead_image_is(self, bad):
        page = text_of(upload(wen(), image=SimpleUploadedFile("x.png", bad), alt="X"))
        assert images.CANNOT in page and "data-markdown" not in page

    def test_must_be_there(self):
        assert "This field is required." in text_of(upload(wen(), image="", alt="X"))

    def test_is_published_with_its_text(self):
        article = cast.write(body=markdown_on(upload(edda(), alt="Red")))
        assert article.publish(editor=None).passages.get().kind == "image"

    def test_is_asked_for_on_the_form_and_not_saved_with_it(self):
        desk, article = wen(), cast.write()
        for page in (ADD, change_page_of(article), PAGE):
            assert "Image within the text" in text_of(desk.get(page))
        assert "text-image" not in form_on(desk.get(change_page_of(article)))


class TestWhoMay:
    def test_who_may_not_write_uploads_nothing(self):
        desk = nora()
        assert [desk.get(PAGE).status_code, upload(desk, alt="X").status_code] == [403, 403]

    def test_who_is_not_signed_in_is_asked_to(self):
        assert upload(Client(), alt="X").url == f"/admin/login/?next={PAGE}"

    @pytest.mark.parametrize("group", ["Writer", "Editor"])
    def test_who_may_write_may_add_images(self, group):
        assert "data-markdown" in text_of(upload(at_the_desk("otto", group), alt="X"))
