from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from reversion.models import Version

from articles.admin.scratch import signing_in
from articles.models import Article, Scratch
from tests import cast
from tests.articles.pictures import picture
from tests.cast import user
from tests.desk import at_the_desk, change_page_of, edda, form_on, sent, text_of, wen

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/article/add/"
SIGNED_IN_AS = {"password": "a long pass phrase"}


def ended(desk: Client, address: str, button: str = "_continue", **typed) -> dict:
    """The sign-in that is asked for when the form is sent after its session has ended."""
    fields = {**form_on(desk.get(address)), **typed, button: "1"}
    del desk.cookies["sessionid"]
    return form_on(desk.post(address, fields))


def sign_in(desk: Client, address: str, asked: dict, name: str, **other):
    return desk.post(address, {**asked, "username": name, **SIGNED_IN_AS, **other})


class TestASessionThatEnded:
    def test_asks_to_sign_in_and_then_saves_what_was_typed(self):
        article, desk = cast.write(), wen()
        page = change_page_of(article)
        asked = ended(desk, page, body="Long words.", tags="one\ntwo")
        article.refresh_from_db()
        assert article.body != "Long words."
        assert sign_in(desk, page, asked, "wen").url == page
        article.refresh_from_db()
        assert (article.body, set(article.tags.names())) == ("Long words.", {"one", "two"})
        assert "The draft of “Needs” is saved." in text_of(desk.get(page))
        assert not Scratch.objects.exists()

    def test_adds_what_was_to_be_added(self):
        desk = wen()
        sign_in(desk, ADD, ended(desk, ADD, title="Masks", slug="masks", body="Words."), "wen")
        assert Article.objects.get().body == "Words."

    def test_saves_rows_below_as_well(self):
        entity, desk = cast.entity("Huawei"), edda()
        page = reverse("admin:entities_entity_change", args=[entity.pk])
        rows = {"aliases-1-text": "华为", "aliases-TOTAL_FORMS": "2"}
        sign_in(desk, page, ended(desk, page, **rows), "edda")
        assert entity.aliases.filter(text="华为").exists()

    def test_saves_what_was_typed_into_an_old_version(self):
        article, desk = cast.write(body="Old words."), wen()
        sent(desk, change_page_of(article), body="New words.")
        first = Version.objects.get_for_object(article).last()
        page = reverse("admin:articles_article_revision", args=[article.pk, first.pk])
        asked = ended(desk, page, body="Old words, mended.")
        assert Article.objects.get().body == "New words."
        sign_in(desk, page, asked, "wen")
        assert Article.objects.get().body == "Old words, mended."
        assert not Scratch.objects.exists()

    def test_goes_on_with_the_button_that_was_pressed(self):
        article, desk = cast.write(), edda()
        page = change_page_of(article)
        answer = sign_in(desk, page, ended(desk, page, "_publish", body="Words."), "edda")
        assert answer.url == reverse("admin:article_publish", args=[article.pk])
        assert article.live_edition is None

    def test_shows_nothing_of_the_words_on_the_page_that_asks(self):
        article, desk = cast.write(), wen()
        fields = {**form_on(desk.get(change_page_of(article))), "body": "Secret words."}
        del desk.cookies["sessionid"]
        page = text_of(desk.post(change_page_of(article), fields))
        assert "Sign in as wen" in page and "Secret words." not in page

    def test_keeps_the_words_through_a_wrong_password(self):
        article, desk = cast.write(), wen()
        page = change_page_of(article)
        asked = form_on(sign_in(desk, page, ended(desk, page, body="Words."), "wen", password="wrong"))
        sign_in(desk, page, asked, "wen")
        assert Article.objects.get().body == "Words."

    def test_shows_both_texts_if_somebody_saved_meanwhile(self):
        article, desk = cast.write(), wen()
        page = change_page_of(article)
        asked = ended(desk, page, body="Mine.")
        sent(edda(), page, body="Theirs.")
        both = text_of(sign_in(desk, page, asked, "wen"))
        assert "edda saved this on" in both and "Mine." in both
        assert Article.objects.get().body == "Theirs."

    def test_says_that_a_file_must_be_chosen_again(self):
        article, desk = cast.write(), wen()
        page = change_page_of(article)
        sign_in(desk, page, ended(desk, page, body="Words.", lead_image=picture()), "wen")
        assert "choose it again" in text_of(desk.get(page))
        assert Article.objects.get().body == "Words."

    def test_saves_nothing_twice(self):
        desk = wen()
        asked = ended(desk, ADD, title="Masks", slug="masks", body="Words.")
        sign_in(desk, ADD, asked, "wen")
        Article.objects.all().delete()
        del desk.cookies["sessionid"]
        assert sign_in(desk, ADD, asked, "wen").url == ADD
        assert not Article.objects.exists()

    def test_saves_no_words_that_were_typed_on_elsewhere(self):
        article, desk = cast.write(), wen()
        page = change_page_of(article)
        asked = ended(desk, page, body="Words.")
        Scratch.objects.update(typed_at=timezone.now())
        assert sign_in(desk, page, asked, "wen").url == page
        assert Article.objects.get().body != "Words."


class TestWhoSignsIn:
    def test_as_another_saves_nothing_and_the_words_wait_for_their_typist(self):
        article, desk = cast.write(), wen()
        user("edda", "Editor")
        page = change_page_of(article)
        answer = sign_in(desk, page, ended(desk, page, body="Wen’s words."), "edda")
        assert answer.url == reverse("admin:index")
        assert "it is kept for wen" in text_of(desk.get(answer.url))
        assert "Wen’s words." not in text_of(desk.get(page))
        assert Article.objects.get().body != "Wen’s words."
        assert Scratch.objects.get().person.username == "wen"

    def test_with_fewer_rights_than_before_is_refused_and_the_words_stay(self):
        article, desk = cast.write(), wen()
        page = change_page_of(article)
        asked = ended(desk, page, body="Words.")
        Scratch.objects.get().person.groups.clear()
        assert sign_in(desk, page, asked, "wen").status_code == 403
        assert Scratch.objects.get().fields["body"] == ["Words."]

    @pytest.mark.parametrize("lost", ["is_active", "is_staff"])
    def test_who_may_not_come_back_keeps_nothing(self, lost):
        article, desk = cast.write(), wen()
        page = change_page_of(article)
        fields = form_on(desk.get(page))
        get_user_model().objects.update(**{lost: False})
        assert desk.post(page, fields).url.startswith("/admin/login/")
        assert not Scratch.objects.exists()


class TestWhatIsNotGoneOnWith:
    def test_a_forged_form_is_refused(self):
        article, desk = cast.write(), wen()
        page = change_page_of(article)
        fields = form_on(desk.get(page))
        stranger = Client(enforce_csrf_checks=True)
        assert stranger.post(page, fields).status_code == 403
        assert not Scratch.objects.exists()

    def test_a_forged_sign_in_is_refused(self):
        article, desk = cast.write(), wen()
        page = change_page_of(article)
        asked = ended(desk, page, body="Words.")
        stranger = Client(enforce_csrf_checks=True)
        assert sign_in(stranger, page, asked, "wen").status_code == 403
        assert Article.objects.get().body != "Words."

    def test_a_mark_goes_with_no_other_address(self):
        article, desk = cast.write(), edda()
        other = reverse("admin:articles_article_delete", args=[article.pk])
        fields = {**form_on(desk.get(change_page_of(article))), "post": "yes"}
        del desk.cookies["sessionid"]
        assert desk.post(other, fields).url == f"/admin/login/?next={other}"
        assert not Scratch.objects.exists()

    def test_a_ticket_goes_with_no_other_address(self):
        article, other, desk = cast.write(), cast.write("other"), wen()
        asked = ended(desk, change_page_of(article), body="Words.")
        answer = sign_in(desk, change_page_of(other), asked, "wen")
        assert answer.url.startswith("/admin/login/")

    @pytest.mark.parametrize("name", [signing_in.MARK, signing_in.TICKET])
    @pytest.mark.parametrize("odd", ["", "x", "a:b:c", signing.dumps([1, ADD, "articles.Article", ""])])
    def test_what_we_did_not_sign_for_this_is_as_nothing(self, name, odd):
        assert Client().post(ADD, {name: odd, "body": "x"}).url == f"/admin/login/?next={ADD}"
        assert not Scratch.objects.exists()

    def test_a_ticket_holds_for_a_day(self, monkeypatch):
        article, desk = cast.write(), wen()
        page = change_page_of(article)
        asked = ended(desk, page, body="Words.")
        monkeypatch.setattr(signing_in, "A_TICKET_HOLDS", timedelta(0))
        assert sign_in(desk, page, asked, "wen").url == f"/admin/login/?next={page}"
        assert Scratch.objects.get().fields["body"] == ["Words."]

    def test_nothing_changes_for_who_is_signed_in(self):
        article, desk = cast.write(), at_the_desk("otto", "Writer")
        sent(desk, change_page_of(article), body="Words.")
        assert Article.objects.get().body == "Words."
