import re

import pytest
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from reversion.models import Version

from articles.models import Article, Series
from entities.models import Entity, Event, Evidence, Relation
from tests import cast
from tests.articles.word import word
from tests.chipduo.intake_sent import TEXT, keys, looked_at, made
from tests.desk import edda, text_of

pytestmark = pytest.mark.django_db


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
