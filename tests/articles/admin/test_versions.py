import pytest
from django.urls import reverse
from reversion.models import Version

from articles.models import Article, Source
from tests import cast
from tests.desk import at_the_desk, edda, form_on, sent, text_of, wen

pytestmark = pytest.mark.django_db


def page_of(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


class TestTheSecondOfTwo:
    """Edda and Wen open the same manuscript; Wen saves, and then Edda does."""

    @pytest.fixture
    def second(self):
        article = cast.write(body="Old words.")
        desk, other = edda(), wen()
        opened = form_on(desk.get(page_of(article)))
        sent(other, page_of(article), body="Wen’s words.", tags="of wen")
        return (
            desk,
            page_of(article),
            {**opened, "title": "Edda’s title", "body": "Edda’s words.", "tags": "of edda"},
        )

    def test_is_told_who_saved_and_nothing_is_written(self, second):
        desk, address, mine = second
        response = desk.post(address, {**mine, "_continue": "1"})
        assert "wen saved this on" in text_of(response) and "correct the error" not in text_of(response)
        stored = Article.objects.get()
        assert (stored.title, stored.body, stored.version) == ("Needs", "Wen’s words.", 2)
        assert list(stored.tags.names()) == ["of wen"]

    def test_keeps_all_of_her_text_and_sees_what_is_stored_beside_it(self, second):
        desk, address, mine = second
        response = desk.post(address, {**mine, "_continue": "1"})
        kept = form_on(response)
        assert (kept["title"], kept["body"], kept["tags"]) == ("Edda’s title", "Edda’s words.", "of edda")
        stored = [
            part.split("</textarea>")[0].strip()
            for part in response.content.decode().split('class="stored"')[1:]
        ]
        assert [one.split(">")[-1].strip() for one in stored] == ["Needs", "Wen’s words.", "of wen"]

    def test_is_told_again_when_she_only_presses_save_once_more(self, second):
        desk, address, mine = second
        again = form_on(desk.post(address, {**mine, "_continue": "1"}))
        assert "wen saved this on" in text_of(desk.post(address, {**again, "_continue": "1"}))
        assert Article.objects.get().body == "Wen’s words."

    def test_is_told_of_her_mistakes_too(self, second):
        desk, address, mine = second
        page = text_of(desk.post(address, {**mine, "title": "", "_continue": "1"}))
        assert "wen saved this on" in page and "correct the errors below" in page

    def test_can_save_hers_anyway(self, second):
        desk, address, mine = second
        page = desk.post(address, {**mine, "_continue": "1"})
        assert 'name="_save_anyway" value="2"' in text_of(page)
        response = desk.post(address, {**form_on(page), "_save_anyway": "2"})
        assert response.url == address
        stored = Article.objects.get()
        assert (stored.title, stored.body, stored.version) == ("Edda’s title", "Edda’s words.", 3)

    def test_cannot_save_anyway_over_a_third(self, second):
        desk, address, mine = second
        page = desk.post(address, {**mine, "_continue": "1"})
        sent(at_the_desk("otto", "Writer"), address, body="Otto’s words.")
        response = desk.post(address, {**form_on(page), "_save_anyway": "2"})
        assert "otto saved this on" in text_of(response)
        assert Article.objects.get().body == "Otto’s words."

    def test_publishes_nothing(self, second):
        desk, address, mine = second
        desk.post(address, {**mine, "_publish": "1"})
        assert not Article.objects.get().editions.exists()


BODY = "First paragraph.\n\nSecond paragraph.\n\nThird paragraph."


class TestTwoWhoChangeDifferentThings:
    """Wen changes the first paragraph and puts it into a series; Edda, who opened it before, the third."""

    @pytest.fixture
    def second(self):
        article, series = cast.write(body=BODY, tags=("a", "b")), cast.series()
        desk, other = edda(), wen()
        opened = form_on(desk.get(page_of(article)))
        theirs = BODY.replace("First", "Wen’s")
        sent(other, page_of(article), body=theirs, series=str(series.pk), part="1", tags="b\nwen")
        mine = {**opened, "body": BODY.replace("Third", "Edda’s"), "tags": "a\nb\nedda"}
        return desk, page_of(article), mine

    def test_are_shown_what_both_make_together(self, second):
        desk, address, mine = second
        page = text_of(desk.post(address, {**mine, "_continue": "1"}))
        together = "Wen’s paragraph. Second paragraph. Edda’s paragraph."
        assert together in page.split('aria-label="Both together"')[1]
        assert 'name="_save_both" value="2"' in page
        assert Article.objects.get().version == 2

    @pytest.mark.parametrize("button", ["_continue", "_publish", "_schedule", "_share"])
    def test_can_save_both_after_any_button(self, second, button):
        desk, address, mine = second
        page = desk.post(address, {**mine, button: "1"})
        assert desk.post(address, {**form_on(page), "_save_both": "2"}).url == address
        stored = Article.objects.get()
        assert stored.body == "Wen’s paragraph.\n\nSecond paragraph.\n\nEdda’s paragraph."
        assert (stored.version, stored.part, stored.series.slug) == (3, 1, "duo")
        assert set(stored.tags.names()) == {"b", "wen", "edda"}

    def test_cannot_save_both_over_a_third(self, second):
        desk, address, mine = second
        page = form_on(desk.post(address, {**mine, "_continue": "1"}))
        sent(at_the_desk("otto", "Writer"), address, title="Otto’s")
        again = desk.post(address, {**page, "_save_both": "2"})
        assert "otto saved this on" in text_of(again) and 'name="_save_both" value="3"' in text_of(again)
        assert form_on(again)["body"] == mine["body"]
        assert Article.objects.get().title == "Otto’s"

    @pytest.mark.parametrize(("stays", "first"), [("mine", "Edda’s"), ("theirs", "Wen’s")])
    def test_say_which_words_stay_where_both_changed_the_same(self, second, stays, first):
        desk, address, mine = second
        mine["body"] = BODY.replace("First", "Edda’s")
        page = desk.post(address, {**mine, "_continue": "1"})
        assert 'name="_keep-body" value="mine"' in text_of(page)
        assert "wen saved this on" in text_of(desk.post(address, {**mine, "_save_both": "2"}))
        assert Article.objects.get().version == 2
        desk.post(address, {**form_on(page), "_keep-body": stays, "_save_both": "2"})
        stored = Article.objects.get()
        assert stored.body == BODY.replace("First", first)
        assert (stored.part, set(stored.tags.names())) == (1, {"b", "wen", "edda"})

    def test_save_hers_anyway_without_losing_what_only_the_first_changed(self, second):
        desk, address, mine = second
        page = desk.post(address, {**mine, "_continue": "1"})
        desk.post(address, {**form_on(page), "_save_anyway": "2"})
        stored = Article.objects.get()
        assert (stored.body, stored.part) == (BODY.replace("Third", "Edda’s"), 1)

    def test_are_asked_about_each_field_where_nobody_knows_what_was_there_before(self, second):
        desk, address, mine = second
        Version.objects.all().delete()
        page = text_of(desk.post(address, {**mine, "_continue": "1"}))
        assert all(f'name="_keep-{name}"' in page for name in ("body", "tags", "series", "part"))
        assert "Wen’s paragraph." in page

    @pytest.mark.parametrize("odd", ["", "x", "²", "-1", "9" * 400])
    def test_survive_an_odd_version(self, second, odd):
        desk, address, mine = second
        page = desk.post(address, {**mine, "seen": odd, "_save_both": "2"})
        assert "wen saved this on" in text_of(page)
        assert Article.objects.get().version == 2


class TestVersions:
    def test_a_save_without_the_version_that_was_seen_is_refused(self):
        article, desk = cast.write(), edda()
        sent(desk, page_of(article), title="Other", seen="")
        assert Article.objects.get().title == "Needs"

    def test_restoring_an_edition_counts_as_a_save(self):
        edition, desk = cast.published(), edda()
        opened = form_on(desk.get(page_of(edition.article)))
        wen().post(reverse("admin:articles_edition_restore", args=[edition.pk]), {"seen": "1"})
        response = desk.post(page_of(edition.article), {**opened, "_continue": "1"})
        assert "wen saved this on" in text_of(response)

    def test_who_saved_is_somebody_when_it_was_not_at_the_desk(self):
        article, desk = cast.write(), edda()
        opened = form_on(desk.get(page_of(article)))
        article.claim(1)
        assert "Somebody saved this, after you opened it" in text_of(desk.post(page_of(article), opened))

    def test_are_kept_of_sources_too(self):
        source, desk = cast.source(), edda()
        address = reverse("admin:articles_source_change", args=[source.pk])
        opened = form_on(desk.get(address))
        sent(wen(), address, title="Wen’s")
        assert "wen saved this on" in text_of(desk.post(address, {**opened, "title": "Edda’s"}))
        assert Source.objects.get().title == "Wen’s"
