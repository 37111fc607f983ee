import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from articles.models import Article, Edition
from chipduo.models import User
from tests import cast
from tests.desk import at_the_desk, edda, form_on, nora, publish_page_of, sent, wen, withdraw_page_of

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/article/add/"


def page_of(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


class TestPublishAndSchedule:
    """The buttons of the form: the words are saved, and a page asks what is to become of them."""

    @pytest.mark.parametrize(("button", "place"), [("_publish", ""), ("_schedule", "#when")])
    def test_save_the_form_and_lead_to_the_page_that_says_what_it_will_do(self, button, place):
        article = cast.write()
        response = sent(edda(), page_of(article), button, title="What Huawei needs", tags="chips, small")
        assert response.url == publish_page_of(article) + place
        stored = Article.objects.get()
        assert (stored.title, list(stored.tags.names())) == ("What Huawei needs", ["chips, small"])
        assert not Edition.objects.exists()

    def test_make_no_new_version_of_words_that_are_as_they_were(self):
        article, desk = cast.write(tags=("one", "two")), edda()
        sent(desk, page_of(article), "_publish")
        assert Article.objects.get().version == 1
        sent(desk, page_of(article), "_publish", tags="one")
        assert Article.objects.get().version == 2

    def test_work_on_an_article_that_was_never_saved(self):
        response = sent(edda(), ADD, "_publish", title="Masks", slug="masks", body="Words.")
        assert response.url == publish_page_of(Article.objects.get(slug="masks"))


class TestPermissions:
    """A writer, somebody without a group, and who may change but not publish: none sees a button that is not theirs."""

    def test_writers_see_neither_publish_nor_withdraw(self):
        page = wen().get(page_of(cast.published().article)).content.decode()
        assert "Save draft" in page
        assert not any(word in page for word in ("_publish", "_schedule", "Withdraw"))

    @pytest.mark.parametrize("button", ["_publish", "_schedule"])
    @pytest.mark.parametrize("desk", [wen, nora])
    def test_publishing_without_it_changes_nothing(self, button, desk):
        article, someone = cast.write(), desk()
        data = {**form_on(edda().get(page_of(article))), "title": "Mine", button: "1"}
        assert someone.post(page_of(article), data).status_code == 403
        assert Article.objects.get().title == "Needs"
        assert not Edition.objects.exists()

    @pytest.mark.parametrize("desk", [wen, nora])
    def test_publishing_something_new_without_it_adds_nothing(self, desk):
        assert (
            desk().post(ADD, {"title": "Mine", "slug": "mine", "body": "Words.", "_publish": "1"}).status_code
            == 403
        )
        assert not Article.objects.exists()

    @pytest.mark.parametrize("desk", [wen, nora])
    def test_withdrawing_without_it_withdraws_nothing(self, desk):
        article = cast.published().article
        assert desk().post(withdraw_page_of(article), {"_withdraw": "1"}).status_code == 403
        assert article.live_edition

    def test_publishing_and_withdrawing_are_granted_one_by_one(self):
        desk, article = at_the_desk("paul", "Writer"), cast.published().article
        User.objects.get().user_permissions.add(Permission.objects.get(codename="publish_article"))
        page = desk.get(page_of(article)).content.decode()
        assert "_publish" in page
        assert "Withdraw" not in page
        assert desk.post(withdraw_page_of(article), {"_withdraw": "1"}).status_code == 403
