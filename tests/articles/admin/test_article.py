import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from articles.models import Article, SlugRecord
from chipduo.models import User
from tests import cast
from tests.desk import delete, edda, nora, sent, text_of, wen

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/article/add/"
LIST = "/admin/articles/article/"


def page_of(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


class TestDraft:
    def test_is_saved_with_its_tags_by_a_writer_and_stays_open(self):
        desk = wen()
        response = sent(desk, ADD, title="Masks", slug="masks", body="Words.", tags="chips, small\nEUV")
        article = Article.objects.get()
        assert response.url == page_of(article)
        assert sorted(article.tags.names()) == ["EUV", "chips, small"]
        assert not article.editions.exists()

    def test_may_be_added_by_nobody_without_a_group(self):
        desk = nora()
        assert desk.get(ADD).status_code == 403
        assert desk.post(ADD, {"title": "Mine", "slug": "mine", "_continue": "1"}).status_code == 403
        assert not Article.objects.exists()

    def test_can_be_looked_at_but_not_changed_with_the_view_permission_alone(self):
        article, desk = cast.write(), nora()
        User.objects.get().user_permissions.add(Permission.objects.get(codename="view_article"))
        page = desk.get(page_of(article))
        assert page.status_code == 200
        assert "_continue" not in page.content.decode()
        assert "Seen" not in page.content.decode()
        assert desk.post(page_of(article), {"title": "Mine"}).status_code == 403
        article.refresh_from_db()
        assert article.title == "Needs"

    def test_refuses_a_part_without_a_series(self):
        article = cast.write()
        response = sent(edda(), page_of(article), part="3")
        assert "give both, or neither" in text_of(response)


class TestState:
    def test_is_said_in_the_list(self):
        cast.write("draft", "Words.")
        cast.published("live", "Words.")
        cast.published("gone", "Words.").article.withdraw()
        listed = text_of(edda().get(LIST))
        assert "live since" in listed
        assert "withdrawn" in listed

    @pytest.mark.parametrize(("state", "slug"), [("live", "live"), ("draft", "draft"), ("withdrawn", "gone")])
    def test_narrows_the_list(self, state, slug):
        cast.write("draft", "Words.")
        cast.published("live", "Words.")
        cast.published("gone", "Words.").article.withdraw()
        found = edda().get(LIST, {"state": state}).context["cl"].queryset
        assert [article.slug for article in found] == [slug]

    def test_tells_of_changes_that_readers_do_not_see(self):
        article, desk = cast.published().article, edda()
        assert "do not see yet" not in text_of(desk.get(page_of(article)))
        sent(desk, page_of(article), title="Other")
        assert "do not see yet" in text_of(desk.get(page_of(article)))

    def test_links_to_the_site_only_when_it_is_live(self):
        draft, live, desk = cast.write("draft", "Words."), cast.published("live", "Words.").article, edda()
        assert "View on site" not in text_of(desk.get(page_of(draft)))
        assert "View on site" in text_of(desk.get(page_of(live)))


class TestAddress:
    def test_that_changes_goes_on_leading_to_the_article(self, client):
        article = cast.published().article
        sent(edda(), page_of(article), slug="wants")
        assert client.get("/articles/needs/").url == "/articles/wants/"

    def test_is_not_taken_from_an_article_that_moved(self):
        moved, other = cast.published("first", "Words.").article, cast.write("second", "Words.")
        desk = edda()
        sent(desk, page_of(moved), slug="moved")
        response = sent(desk, page_of(other), slug="first")
        assert "once the address of “First”" in text_of(response)
        assert SlugRecord.objects.holder(Article, "first") == moved

    def test_can_go_back_to_what_it_was(self, client):
        article, desk = cast.published().article, edda()
        sent(desk, page_of(article), slug="wants")
        sent(desk, page_of(article), slug="needs")
        assert client.get("/articles/wants/").url == "/articles/needs/"


class TestDeletion:
    def test_is_refused_once_published_with_what_to_do_instead(self):
        article, desk = cast.published().article, edda()
        address = reverse("admin:articles_article_delete", args=[article.pk])
        assert "withdraw it instead" in text_of(desk.get(address))
        assert desk.post(address, {"post": "yes"}, follow=True).status_code == 200
        assert Article.objects.exists()

    def test_of_several_is_refused_when_one_of_them_was_published(self):
        cast.published("live", "Words.")
        draft = cast.write("draft", "Words.")
        data = {
            "action": "delete_selected",
            "_selected_action": Article.objects.values_list("pk", flat=True),
            "post": "yes",
        }
        assert "withdraw it instead" in text_of(edda().post(LIST, data))
        assert Article.objects.filter(pk=draft.pk).exists()

    def test_of_a_draft_is_an_editors_right(self):
        article = cast.write()
        address = reverse("admin:articles_article_delete", args=[article.pk])
        assert wen().post(address, {"post": "yes"}).status_code == 403
        assert delete(edda(), article).status_code == 302
        assert not Article.objects.exists()
