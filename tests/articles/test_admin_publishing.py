from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Edition
from chipduo.models import User
from tests import cast
from tests.desk import at_the_desk, edda, form_on, nora, sent, text_of, wen

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/article/add/"


def page_of(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def withdraw_page_of(article: Article) -> str:
    return reverse("admin:articles_article_withdraw", args=[article.pk])


class TestPublishNow:
    def test_saves_the_form_and_shows_it_to_readers(self, client):
        article, desk = cast.write(), edda()
        response = sent(
            desk, page_of(article), "_publish", title="What Huawei needs", note="First", tags="chips, small"
        )
        edition = article.editions.get()
        assert (edition.title, edition.note, edition.editor.username) == (
            "What Huawei needs",
            "First",
            "edda",
        )
        assert list(edition.tags.names()) == ["chips, small"]
        assert b"What Huawei needs" in client.get("/articles/needs/").content
        assert 'href="/articles/needs/">See the page</a>' in text_of(desk.get(response.url))

    def test_works_on_an_article_that_was_never_saved(self):
        desk = edda()
        sent(desk, ADD, "_publish", title="Masks", slug="masks", body="Words.")
        assert Edition.objects.live().get().title == "Masks"

    def test_may_end(self):
        article = cast.write()
        sent(edda(), page_of(article), "_publish", until_0="2040-05-01", until_1="10:00")
        assert article.live_edition.live_until.year == 2040

    def test_refused_comes_back_into_the_form_with_all_the_text_and_changes_nothing(self):
        article, desk = cast.write(), edda()
        response = sent(
            desk, page_of(article), "_publish", title="New", body="Words.[^nobody]", note="Mine", tags="new"
        )
        assert "no source for the footnote [^nobody]" in text_of(response)
        assert response.context["adminform"].form.errors.keys() == {"body"}
        kept = form_on(response)
        assert (kept["title"], kept["body"], kept["note"], kept["tags"]) == (
            "New",
            "Words.[^nobody]",
            "Mine",
            "new",
        )
        stored = Article.objects.get()
        assert (stored.title, stored.body, stored.version) == ("Needs", cast.NEEDS, 1)
        assert not stored.tags.exists()
        assert not Edition.objects.exists()

    def test_refused_leaves_no_article_that_was_not_there(self):
        response = sent(edda(), ADD, "_publish", title="Masks", slug="masks", body="")
        assert "write the text first" in text_of(response)
        assert not Article.objects.exists()

    def test_is_not_confused_with_a_time_to_come(self):
        article = cast.write()
        response = sent(edda(), page_of(article), "_publish", at_0="2040-05-01", at_1="10:00")
        assert "press Schedule" in text_of(response)
        assert not Edition.objects.exists()


class TestPublishingACorrection:
    def test_says_that_it_is_one(self, client):
        article = cast.published().article
        sent(edda(), page_of(article), "_publish", body="Put right.", note="It was 2014.", is_correction="on")
        assert article.live_edition.is_correction
        assert "It was 2014." in client.get("/corrections/").content.decode()

    @pytest.mark.parametrize("note", ["", "  \n"])
    def test_without_a_note_comes_back_into_the_form(self, note):
        article = cast.published().article
        response = sent(edda(), page_of(article), "_publish", note=note, is_correction="on")
        assert response.context["adminform"].form.errors.keys() == {"note"}
        assert form_on(response)["is_correction"] == "on"
        assert article.editions.count() == 1

    def test_of_what_nobody_has_read_comes_back_into_the_form(self):
        response = sent(edda(), page_of(cast.write()), "_publish", note="A slip.", is_correction="on")
        assert response.context["adminform"].form.errors.keys() == {"is_correction"}

    def test_is_kept_in_mind_with_the_draft_and_forgotten_when_published(self):
        article, desk = cast.published().article, edda()
        sent(desk, page_of(article), "_continue", note="A slip.", is_correction="on")
        assert form_on(desk.get(page_of(article)))["is_correction"] == "on"
        sent(desk, page_of(article), "_publish")
        assert "is_correction" not in form_on(desk.get(page_of(article)))
        assert article.live_edition.is_correction


class TestSchedule:
    def test_takes_the_time_in_the_time_zone_of_its_editor(self):
        article, desk = cast.write(), edda()
        User.objects.update(time_zone="Asia/Shanghai")
        response = sent(
            desk,
            page_of(article),
            "_schedule",
            at_0="2040-05-01",
            at_1="10:00",
            until_0="2041-05-01",
            until_1="10:00",
        )
        edition = article.editions.get()
        assert edition.live_from.isoformat() == "2040-05-01T02:00:00+00:00"
        assert edition.live_until.year == 2041
        assert "scheduled for 1 May 2040, 10:00, until 1 May 2041, 10:00 (Asia/Shanghai)" in text_of(
            desk.get(response.url)
        )

    @pytest.mark.parametrize(
        ("times", "said"),
        [
            ({}, "Say from when"),
            ({"at_0": "2020-05-01", "at_1": "10:00"}, "That moment has passed"),
            (
                {"at_0": "2040-05-01", "at_1": "10:00", "until_0": "2039-05-01", "until_1": "10:00"},
                "end before it begins",
            ),
            ({"at_0": "soon", "at_1": ""}, "Enter a valid date"),
        ],
    )
    def test_refuses_times_that_make_no_sense(self, times, said):
        article = cast.write()
        assert said in text_of(sent(edda(), page_of(article), "_schedule", title="New", **times))
        assert Article.objects.get().title == "Needs"
        assert not Edition.objects.exists()


class TestWithdraw:
    def test_is_asked_once_more(self, client):
        article, desk = cast.published().article, edda()
        assert withdraw_page_of(article) in desk.get(page_of(article)).content.decode()
        assert "Withdraw it now" in text_of(desk.get(withdraw_page_of(article)))
        assert article.live_edition
        desk.post(withdraw_page_of(article), {"_withdraw": "1"})
        assert client.get("/articles/needs/").status_code == 410

    def test_can_be_of_the_schedule_alone(self):
        edition = cast.published()
        cast.republished(edition, "More.", at=timezone.now() + timedelta(days=9))
        edda().post(withdraw_page_of(edition.article), {"_cancel_schedule": "1"})
        assert edition.article.live_edition == edition
        assert not Edition.objects.upcoming().exists()

    def test_is_not_offered_for_a_draft(self):
        article = cast.write()
        assert "Withdraw" not in text_of(edda().get(page_of(article)))

    def test_of_nothing_is_not_found(self):
        article = cast.write()
        address = withdraw_page_of(article)
        article.delete()
        assert edda().get(address).status_code == 404


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
