"""A document brought to the desk: what could be made of it is shown, and what is ticked is made."""

import re

import pytest
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from reversion.models import Version

from articles.models import Article, Series
from entities.models import Entity, Event, Evidence, Relation
from tests import cast
from tests.articles.word import word
from tests.cast import user
from tests.desk import edda, form_on, nora, text_of, wen

pytestmark = pytest.mark.django_db

PAGE = "/admin/import/"
TEXT = """\
# A history

Huawei was founded in 1987. Later it met Acme Fabrication Works by chance.

## Chips

In May 2020 SMIC makes chips for Huawei. It is Acme Fabrication Works that sold tools.
"""


def looked_at(desk, text: str | bytes = TEXT, name: str = "history.md", **more):
    data = text if isinstance(text, bytes) else text.encode()
    return desk.post(PAGE, {"file": SimpleUploadedFile(name, data), **more})


def keys(response, about: str) -> list[str]:
    """Of the proposals whose words these are."""
    found = re.findall(r'name="tick" value="(\w+)"[^>]*> <strong>(.*?)</strong>', response.content.decode())
    return [key for key, words in found if about in words]


def made(desk, response, *about: str, **more):
    shown = form_on(response)
    ticked = [key for words in about for key in keys(response, words)]
    return desk.post(PAGE, {**shown, "tick": ticked, "_make": "1", **more}, follow=True)


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


class TestMaking:
    def test_makes_what_is_ticked_and_no_more(self):
        cast.duo()
        desk = edda()
        made(desk, looked_at(desk), "A history")
        assert Article.objects.get().title == "A history"
        assert not Article.objects.get().editions.exists()
        assert (Entity.objects.count(), Event.objects.count(), Relation.objects.count()) == (3, 0, 0)

    def test_makes_nothing_when_nothing_is_ticked(self):
        desk = edda()
        assert "Nothing is ticked" in text_of(made(desk, looked_at(desk)))
        assert not Article.objects.exists()

    def test_makes_private_entities_of_the_kind_that_was_chosen(self):
        cast.duo()
        desk = edda()
        response = looked_at(desk)
        [key] = keys(response, "Acme")
        made(desk, response, "Acme", **{key: "company"})
        acme = Entity.objects.get(name="Acme Fabrication Works")
        assert (acme.kind, acme.public, acme.aliases.count()) == ("company", False, 1)

    def test_asks_for_the_kind_and_loses_no_tick(self):
        cast.duo()
        desk = edda()
        response = made(desk, looked_at(desk), "Acme", "A history")
        assert "Nothing was made. Choose of which kind “Acme Fabrication Works” is." in text_of(response)
        assert len(re.findall(r'value="\w+" checked', response.content.decode())) == 2
        assert not Article.objects.exists()

    def test_makes_events_and_relations_that_rest_on_the_source(self):
        cast.duo()
        cast.source()
        desk = edda()
        made(desk, looked_at(desk), "1987", "SMIC makes chips for Huawei", source="report")
        event, relation = Event.objects.get(), Relation.objects.get()
        assert (str(event.when), event.title) == ("1987", "Huawei was founded in 1987")
        assert list(event.entities.values_list("slug", flat=True)) == ["huawei"]
        assert (relation.subject.slug, relation.kind, relation.object.slug) == (
            "smic",
            "makes-chips-for",
            "huawei",
        )
        assert Evidence.objects.get(event=event).note == "Huawei was founded in 1987."
        assert event.changes.exists()

    def test_shows_readers_nothing_without_a_source(self):
        cast.duo()
        desk = edda()
        made(desk, looked_at(desk), "1987", "SMIC makes chips for Huawei")
        assert not Event.objects.public().exists()
        assert not Relation.objects.public().exists()

    def test_refuses_a_source_that_is_not_there(self):
        cast.duo()
        desk = edda()
        response = made(desk, looked_at(desk), "1987", source="none")
        assert "There is no source “none”" in text_of(response)
        assert not Event.objects.exists()
        [key] = keys(response, "1987")
        assert f'value="{key}" checked' in response.content.decode()

    def test_knows_a_source_by_its_address(self):
        cast.duo()
        cast.source()
        desk = edda()
        made(desk, looked_at(desk), "1987", source="https://example.org/sources/report/")
        assert Event.objects.get().evidence.get().source.slug == "report"

    def test_leads_to_what_was_made(self):
        cast.duo()
        desk = edda()
        response = made(desk, looked_at(desk), "1987", "May 2020")
        assert "Made or replaced: 2 events." in text_of(response)
        assert response.redirect_chain[-1][0] == "/admin/entities/event/"

    def test_proposes_nothing_again_for_the_same_file(self):
        cast.duo()
        desk = edda()
        response = looked_at(desk)
        [key] = keys(response, "Acme")
        made(desk, response, "A history", "Acme", "1987", "May 2020", "SMIC makes", **{key: "company"})
        again = looked_at(desk)
        assert 'name="tick"' not in again.content.decode()
        assert "Already here, with the same words." in text_of(again)

    def test_replaces_the_words_of_an_article_only_when_it_is_ticked(self):
        desk = edda()
        made(desk, looked_at(desk), "A history")
        Article.objects.update(body=TEXT.partition("\n")[2].lstrip() + "\nMine.\n")
        response = looked_at(desk)
        assert "Already here with other words." in text_of(response)
        assert " checked" not in response.content.decode()
        made(desk, response, "A history")
        assert "Mine." not in Article.objects.get().body
        assert list(LogEntry.objects.values_list("action_flag", flat=True)) == [CHANGE, ADDITION]

    def test_makes_a_series_of_a_document_in_sections(self):
        desk = edda()
        response = looked_at(
            desk,
            word(
                ("Heading1", "Book"), ("Heading2", "One"), ("", "Text."), ("Heading2", "Two"), ("", "More.")
            ),
            "book.docx",
            series="on",
        )
        made(desk, response, "One", "Two")
        assert list(Series.objects.get().articles.order_by("part").values_list("title", flat=True)) == [
            "One",
            "Two",
        ]

    def test_keeps_history_and_log(self):
        desk = edda()
        made(desk, looked_at(desk), "A history")
        [version] = Version.objects.get_for_object(Article.objects.get())
        assert (version.revision.user.username, version.revision.comment) == (
            "edda",
            "Imported from history.md.",
        )
        assert LogEntry.objects.get().change_message == "Imported from history.md."

    def test_makes_nothing_of_what_changed_meanwhile(self):
        desk = edda()
        response = looked_at(desk)
        cast.write("a-history", "Quite another.", title="A history")
        assert "Something was saved since you looked" in text_of(made(desk, response, "A history"))
        assert Article.objects.get().body == "Quite another."


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
