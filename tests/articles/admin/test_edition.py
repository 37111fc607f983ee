import pytest
from django.urls import reverse

from articles.models import Article, Edition
from tests import cast
from tests.desk import edda, form_on, nora, sent, text_of, wen

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/edition/"


class TestEdition:
    def test_can_be_read_and_not_written(self):
        edition, desk = cast.published(tags=("chips, small",)), edda()
        address = reverse("admin:articles_edition_change", args=[edition.pk])
        assert "chips, small" in text_of(desk.get(address))
        assert desk.post(address, {"title": "Mine"}).status_code == 403
        assert desk.get(f"{LIST}add/").status_code == 403
        assert Edition.objects.get().title == "Needs"


class TestSuppressing:
    @pytest.fixture
    def edition(self):
        first = cast.published(body="First.")
        cast.republished(first, "Second.")
        return first

    def test_hides_an_edition_and_shows_it_again(self, edition, client):
        desk, address = edda(), "/articles/needs/editions/1/"
        desk.post(LIST, {"action": "suppress", "_selected_action": edition.pk})
        assert client.get(address).status_code == 410
        desk.post(LIST, {"action": "unsuppress", "_selected_action": edition.pk})
        assert client.get(address).status_code == 200

    @pytest.mark.parametrize("someone", [wen, nora])
    def test_is_not_done_without_its_permission(self, edition, someone):
        desk = someone()
        assert "Hide the selected" not in desk.get(LIST).content.decode()
        desk.post(LIST, {"action": "suppress", "_selected_action": edition.pk})
        edition.refresh_from_db()
        assert edition.suppressed_at is None


class TestRestoring:
    def test_makes_its_words_the_manuscript_again(self):
        edition, desk = cast.published(body="First.", tags=("one",)), wen()
        cast.republished(edition, "Second.")
        edition.article.tags.set(["two"])
        page = desk.get(reverse("admin:articles_edition_change", args=[edition.pk]))
        address = reverse("admin:articles_edition_restore", args=[edition.pk])
        assert address in page.content.decode()
        answer = desk.post(address, form_on(page))
        assert answer.url == reverse("admin:articles_article_change", args=[edition.article_id])
        article = Article.objects.get()
        assert (article.body, list(article.tags.names())) == ("First.", ["one"])
        assert article.live_edition.body == "Second."

    def test_replaces_no_words_that_were_saved_since_the_page_was_opened(self):
        edition, desk = cast.published(body="First."), wen()
        own = reverse("admin:articles_edition_change", args=[edition.pk])
        opened = form_on(desk.get(own))
        manuscript = reverse("admin:articles_article_change", args=[edition.article_id])
        sent(edda(), manuscript, body="Edda’s.")
        answer = desk.post(reverse("admin:articles_edition_restore", args=[edition.pk]), opened, follow=True)
        assert answer.redirect_chain[0][0] == own
        assert "Edda saved this on" in text_of(answer)
        assert Article.objects.get().body == "Edda’s."

    def test_is_never_done_by_looking(self):
        edition = cast.published()
        assert edda().get(reverse("admin:articles_edition_restore", args=[edition.pk])).status_code == 404

    def test_is_not_done_without_permission(self):
        edition = cast.published(body="First.")
        cast.republished(edition, "Second.")
        assert nora().post(reverse("admin:articles_edition_restore", args=[edition.pk])).status_code == 403
        assert Article.objects.get().body == "Second."
