import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, Scratch
from tests import cast
from tests.cast import user
from tests.desk import change_page_of, form_on, publish_page_of, text_of

pytestmark = pytest.mark.django_db


def sign_in(desk: Client, name: str) -> None:
    desk.cookies.pop("sessionid", None)
    token = {"csrfmiddlewaretoken": form_on(desk.get("/admin/login/"))["csrfmiddlewaretoken"]}
    desk.post("/admin/login/?next=/admin/", {**token, "username": name, "password": "a long pass phrase"})


def strict(name: str = "wen", group: str = "Writer") -> Client:
    """As a browser without JavaScript, signed in."""
    user(name, group)
    desk = Client(enforce_csrf_checks=True)
    sign_in(desk, name)
    return desk


class TestAFormThatIsOlderThanTheSignIn:
    @pytest.fixture
    def refused(self):
        """Wen opens an article, signs in anew in another tab, and saves the first."""
        article, desk = cast.write(), strict()
        mine = {**form_on(desk.get(change_page_of(article))), "body": "Long <b>words</b>.", "tags": "a\nb"}
        sign_in(desk, "wen")
        return desk, change_page_of(article), desk.post(change_page_of(article), {**mine, "_continue": "1"})

    def test_saves_nothing_and_gives_the_words_back(self, refused):
        desk, address, response = refused
        assert response.status_code == 403
        assert "Long &lt;b&gt;words&lt;/b&gt;." in text_of(response)
        assert Article.objects.get().version == 1 and not Scratch.objects.exists()

    def test_is_saved_when_it_is_sent_again(self, refused):
        desk, address, response = refused
        response.status_code = 200
        assert desk.post(address, form_on(response)).url == address
        stored = Article.objects.get()
        assert (stored.body, set(stored.tags.names())) == ("Long <b>words</b>.", {"a", "b"})

    def test_asks_to_sign_in_if_the_session_has_ended_meanwhile(self, refused):
        desk, address, response = refused
        response.status_code = 200
        del desk.cookies["sessionid"]
        asked = form_on(desk.post(address, form_on(response)))
        desk.post(address, {**asked, "username": "wen", "password": "a long pass phrase"})
        assert Article.objects.get().body == "Long <b>words</b>."


class TestWhatIsNotSentAgain:
    def test_other_forms_are_shown_to_be_taken_over(self):
        article, desk = cast.write(), strict("edda", "Editor")
        old = form_on(desk.get(publish_page_of(article)))
        sign_in(desk, "edda")
        page = text_of(desk.post(publish_page_of(article), {**old, "note": "A long note.", "_publish": "1"}))
        assert "A long note." in page and "go on</button>" not in page
        assert not article.editions.exists()

    def test_a_form_of_another_site_is_refused_as_ever(self):
        article, desk = cast.write(), strict()
        mine = form_on(desk.get(change_page_of(article)))
        page = desk.post(change_page_of(article), mine, headers={"origin": "https://other.example"})
        assert page.status_code == 403 and "What you had typed" not in text_of(page)

    def test_strangers_are_told_nothing(self):
        page = Client(enforce_csrf_checks=True).post(
            "/admin/login/", {"username": "some words", "password": "more words"}
        )
        assert page.status_code == 403 and "words" not in text_of(page)

    def test_a_pass_phrase_is_never_shown(self):
        desk = strict()
        page = desk.post("/admin/password_change/", {"old_password": "a long pass phrase"})
        assert page.status_code == 403 and "a long pass phrase" not in text_of(page)

    @pytest.mark.parametrize("mark", ["", "x", "a:b:c"])
    def test_what_we_did_not_mark_is_not_sent_again(self, mark):
        article, desk = cast.write(), strict()
        page = text_of(desk.post(change_page_of(article), {"typed_by": mark, "body": "Some words."}))
        assert "Some words." in page and "go on</button>" not in page

    def test_a_mark_goes_with_no_other_address(self):
        article, desk = cast.write(), strict("edda", "Editor")
        mine = form_on(desk.get(change_page_of(article)))
        sign_in(desk, "edda")
        other = reverse("admin:articles_article_delete", args=[article.pk])
        assert "go on</button>" not in text_of(desk.post(other, {**mine, "post": "yes"}))
