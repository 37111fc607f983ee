import pytest
from django.urls import reverse

from entities.models import Event, Evidence, EvidenceReview
from tests import cast
from tests.desk import at_the_desk, edda, form_on, nora, sent, text_of, wen

pytestmark = pytest.mark.django_db

WORDS = "Huawei orders its chips from SMIC"


def page_of(event: Event) -> str:
    return reverse("admin:entities_event_change", args=[event.pk])


def quote(number: int = 0, **fields: object) -> dict[str, object]:
    return {f"evidence-{number}-{name}": value for name, value in fields.items()}


class TestAQuote:
    """Words are pasted, and found when the event is saved: no script is needed."""

    @pytest.fixture
    def event(self):
        return cast.event(rests_on=None)

    def test_is_found_in_the_live_edition_of_the_article(self, event):
        edition = cast.published()
        sent(edda(), page_of(event), **quote(article=edition.article_id, quote=f" {WORDS}\r\n"))
        evidence = event.evidence.get()
        assert (evidence.quote, evidence.passage) == (WORDS, cast.passage(edition, WORDS))

    def test_is_found_without_naming_the_article_when_it_stands_in_one_alone(self, event):
        edition = cast.published()
        cast.published("other", "Other words.")
        sent(edda(), page_of(event), **quote(quote=WORDS))
        assert event.evidence.get().passage.edition == edition

    def test_is_found_although_its_lines_were_broken_by_pasting(self, event):
        cast.published()
        sent(edda(), page_of(event), **quote(quote="Huawei orders\r\nits chips   from SMIC"))
        assert event.evidence.get().quote == WORDS

    def test_that_is_not_there_is_refused_with_the_nearest_words(self, event):
        edition = cast.published()
        response = sent(
            edda(), page_of(event), **quote(article=edition.article_id, quote="Huawei orders chips from SMIC")
        )
        assert "The nearest words are: “" in text_of(response)
        assert "its chips from SMIC" in text_of(response)
        assert form_on(response)["evidence-0-quote"] == "Huawei orders chips from SMIC"
        assert not Evidence.objects.exists()

    def test_that_stands_twice_is_refused(self, event):
        edition = cast.published(body="Chips are made.\n\nChips are made.")
        response = sent(edda(), page_of(event), **quote(article=edition.article_id, quote="Chips are made."))
        assert "stand in 2 passages" in text_of(response)
        assert not Evidence.objects.exists()

    def test_must_match_the_case(self, event):
        edition = cast.published()
        response = sent(edda(), page_of(event), **quote(article=edition.article_id, quote=WORDS.upper()))
        assert "not in the article as readers have it" in text_of(response)

    @pytest.mark.parametrize("hostile", ["%", "_" * 100, "\0", "x" * 5000, "%" * 1999, "[[*"])
    def test_that_is_hostile_is_refused(self, event, hostile):
        cast.published()
        assert sent(edda(), page_of(event), **quote(quote=hostile)).status_code == 200
        assert not Evidence.objects.exists()

    def test_of_a_draft_is_refused(self, event):
        draft = cast.write()
        response = sent(edda(), page_of(event), **quote(article=draft.pk, quote=WORDS))
        assert "not in the article as readers have it" in text_of(response)

    def test_keeps_its_place_when_the_article_goes_on_and_only_the_note_is_changed(self, event):
        edition = cast.published()
        cast.quoted(event, edition, WORDS)
        cast.republished(edition, "Something else entirely.")
        desk = edda()
        assert "Removed in edition 2" in text_of(desk.get(page_of(event)))
        sent(desk, page_of(event), **quote(note="In the second part"))
        evidence = event.evidence.get()
        assert (evidence.passage.edition, evidence.note) == (edition, "In the second part")

    def test_shows_how_it_was_reworded(self, event):
        edition = cast.published()
        cast.quoted(event, edition, WORDS)
        cast.republished(edition, cast.NEEDS.replace("orders its chips", "buys its chips"))
        assert "Reworded in edition 2: “Huawei buys its chips from SMIC”" in text_of(
            edda().get(page_of(event))
        )


class TestASource:
    def test_is_enough(self):
        event, source = cast.event(rests_on=None), cast.source()
        sent(edda(), page_of(event), **quote(source=source.pk, note="Page 3"))
        assert (event.evidence.get().source, event.evidence.get().note) == (source, "Page 3")

    def test_and_a_quote_are_one_too_many(self):
        event, edition, source = cast.event(rests_on=None), cast.published(), cast.source()
        response = sent(
            edda(), page_of(event), **quote(article=edition.article_id, quote=WORDS, source=source.pk)
        )
        assert "one of the two" in text_of(response)
        assert not Evidence.objects.exists()

    def test_or_a_quote_is_needed(self):
        event = cast.event(rests_on=None)
        assert "one of the two" in text_of(sent(edda(), page_of(event), **quote(note="Somebody said so")))

    def test_can_take_the_place_of_a_quote(self):
        event, edition, source = cast.event(rests_on=None), cast.published(), cast.source()
        cast.quoted(event, edition, WORDS)
        sent(edda(), page_of(event), **quote(article="", quote="", source=source.pk))
        assert (event.evidence.get().source, event.evidence.get().passage) == (source, None)


class TestAClaimWithoutEvidence:
    def test_is_saved_and_its_editor_is_told_that_nobody_sees_it(self):
        event, desk = cast.event(rests_on=None), edda()
        assert "It rests on nothing yet" in text_of(desk.get(sent(desk, page_of(event)).url))


class TestPicking:
    """With a script, words are picked from the passages of a live article."""

    PASSAGES = "/admin/entities/event/passages/"
    ARTICLES = "/admin/entities/event/live-articles/"
    ASKED = {"app_label": "articles", "model_name": "edition", "field_name": "article", "term": ""}

    def test_shows_the_passages_of_the_live_edition(self):
        edition = cast.published()
        cast.republished(edition, "One.\n\nTwo.")
        answer = edda().get(self.PASSAGES, {"article": edition.article_id}).json()
        assert [passage["text"] for passage in answer["passages"]] == ["One.", "Two."]

    @pytest.mark.parametrize("article", ["", "0", "x", "9" * 30, "²"])
    def test_of_no_article_is_not_found(self, article):
        assert edda().get(self.PASSAGES, {"article": article}).status_code == 404

    def test_of_a_draft_is_not_found(self):
        assert edda().get(self.PASSAGES, {"article": cast.write().pk}).status_code == 404

    @pytest.mark.parametrize("someone", [wen, nora])
    def test_is_for_those_who_may_write_evidence(self, someone):
        edition = cast.published()
        assert someone().get(self.PASSAGES, {"article": edition.article_id}).status_code == 403

    def test_offers_live_articles_alone(self):
        cast.write("draft", "Words.")
        cast.published("live", "Words.")
        assert [one["text"] for one in edda().get(self.ARTICLES, self.ASKED).json()["results"]] == ["Live"]

    def test_offers_nothing_to_those_who_may_not_see_articles(self):
        cast.published()
        assert nora().get(self.ARTICLES, self.ASKED).status_code == 403


class TestAnEventOfTwoEditors:
    def test_is_locked_with_its_evidence(self):
        """Evidence that the first one added or changed is a change of the event."""
        event, desk = cast.event(rests_on=None), edda()
        opened = form_on(desk.get(page_of(event)))
        sent(at_the_desk("otto", "Editor"), page_of(event), **quote(source=cast.source().pk))
        response = desk.post(page_of(event), {**opened, "title": "Edda’s"})
        assert "otto saved this on" in text_of(response)
        assert form_on(response)["title"] == "Edda’s"
        assert Event.objects.get().title != "Edda’s"

    def test_keeps_a_row_that_the_first_one_deleted_when_the_second_saves_hers_anyway(self):
        event, desk = cast.event(), edda()
        opened = form_on(desk.get(page_of(event)))
        sent(at_the_desk("otto", "Editor"), page_of(event), **quote(DELETE="on"))
        assert not event.evidence.exists()
        page = desk.post(page_of(event), {**opened, **quote(note="Page 3")})
        assert form_on(page)["evidence-0-note"] == "Page 3"
        desk.post(page_of(event), {**form_on(page), "_save_anyway": "2"})
        assert event.evidence.get().note == "Page 3"


class TestAnEventInHistory:
    def test_comes_back_with_its_evidence_and_what_later_editions_made_of_it(self):
        from reversion.models import Version

        event, edition, desk = cast.event(rests_on=None, tags=("chips, small",)), cast.published(), edda()
        cast.quoted(event, edition, WORDS)
        sent(desk, page_of(event), **quote(DELETE="on"), title="Later", tags="")
        cast.republished(edition, "Something else entirely.")
        first = Version.objects.get_for_object(event).last()
        sent(desk, reverse("admin:entities_event_revision", args=[event.pk, first.pk]))
        event.refresh_from_db()
        assert (event.title, event.evidence.get().quote) == ("Orders-Move", WORDS)
        assert list(event.tags.names()) == ["chips, small"]
        assert EvidenceReview.objects.get().state == "removed"
