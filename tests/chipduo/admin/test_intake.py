"""A document brought to the desk: what could be made of it is shown, and what is ticked is made."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from articles.models import Article
from entities.models import Event, Relation
from tests import cast
from tests.articles.word import word
from tests.cast import user
from tests.chipduo.intake_sent import PAGE, keys, looked_at, made
from tests.desk import edda, form_on, nora, text_of, wen

pytestmark = pytest.mark.django_db


class TestLooking:
    def test_shows_what_could_be_made_and_makes_nothing(self):
        cast.duo()
        text = text_of(looked_at(edda()))
        for words in (
            "A history",
            "Huawei (2)",
            "Acme Fabrication Works",
            "1987",
            "May 2020",
            "SMIC makes chips for Huawei",
        ):
            assert words in text
        assert not Article.objects.exists()
        assert not Event.objects.exists()

    def test_comes_with_new_articles_ticked_and_nothing_else(self):
        cast.duo()
        response = looked_at(edda())
        assert re.findall(r'value="(\w+)" checked', response.content.decode()) == keys(response, "A history")

    def test_shows_the_sentence_of_each(self):
        cast.duo()
        assert "<p>Later it met Acme Fabrication Works by chance.</p>" in looked_at(edda()).content.decode()

    @pytest.mark.parametrize(
        ("name", "data", "told"),
        [
            ("some.pdf", b"%PDF-1.4", "should end in one of: .txt"),
            ("some.md", b"%PDF-1.4", "This is a PDF"),
            ("some.md", b"", "The file is empty."),
            ("some.md", b"\xff\x00\xff", "zero bytes"),
            ("some.docx", b"PK\x03\x04x", "This is not a Word document"),
            ("some.docx", word(("", "&a;"), before='<!DOCTYPE x [<!ENTITY a "b">]>'), "declares entities"),
        ],
    )
    def test_refuses_in_plain_words(self, name, data, told):
        response = looked_at(edda(), data, name)
        assert (response.status_code, told in text_of(response)) == (400, True)

    def test_of_what_is_long_says_at_once_that_it_reads_and_refuses_in_plain_words_too(self):
        told = text_of(looked_at(edda(), b"x" * 1_000_001))
        assert "0 of 1 documents read" in told
        assert "longer than 1 MB" in told
        assert told.count("</html>") == 1

    def test_refuses_no_file(self):
        assert "Choose a file" in text_of(edda().post(PAGE, {}))

    def test_escapes_what_it_shows(self):
        text = looked_at(edda(), "# A\n\nAnd Mr <script>1</script> Bobby Tables.\n").content.decode()
        assert "<script>1" not in text


class TestWhoMay:
    def test_import_articles_and_nothing_else_as_a_writer(self):
        cast.duo()
        desk = wen()
        response = looked_at(desk)
        assert "Names without a page" not in text_of(response)
        stolen = keys(looked_at(edda()), "SMIC makes")
        shown = form_on(response)
        assert desk.post(PAGE, {**shown, "tick": stolen, "_make": "1"}).status_code == 409
        assert not Relation.objects.exists()
        made(desk, response, "A history")
        assert Article.objects.exists()

    def test_import_nothing_without_a_group(self):
        desk = nora()
        assert desk.get(PAGE).status_code == 403
        assert looked_at(desk).status_code == 403

    def test_sign_in_first(self, client):
        assert client.get(PAGE)["Location"].startswith("/admin/login/")

    @pytest.mark.parametrize("page", ["/admin/", "/admin/articles/article/"])
    def test_are_led_to_it(self, page):
        assert PAGE in text_of(wen().get(page))
        assert PAGE not in text_of(nora().get("/admin/"))

    def test_replace_nothing_who_may_not_change_articles(self):
        cast.write("a-history", "Huawei was founded in 1987. And more.", title="A history")
        ada = user("ada")
        ada.user_permissions.add(Permission.objects.get(codename="add_article"))
        desk = Client()
        desk.force_login(ada)
        response = looked_at(desk, "# A history\n\nHuawei was founded in 1987. And more.\n\nNew.\n")
        assert 'name="tick"' not in text_of(response)
