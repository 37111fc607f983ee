"""Keys that no row has, sent by hand wherever the desk takes one: refused in words, and never a failure."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from articles.models import Article
from entities.models import Entity
from tests import cast
from tests.desk import change_page_of, edda, form_on, sent, text_of

pytestmark = pytest.mark.django_db
ODD = ["x", "²", "9" * 19, "9" * 5000]
SHORT = ODD[:3]  # for addresses


@pytest.fixture
def article() -> Article:
    return cast.write("b")


@pytest.mark.parametrize("odd", ODD)
class TestAFieldThatChoosesAnotherThing:
    def test_refuses_it(self, article, odd):
        page = sent(edda(), change_page_of(article), series=odd, part="1")
        assert "Select a valid choice" in text_of(page)

    def test_refuses_it_among_several(self, odd):
        event = cast.event("meeting", (cast.entity("Huawei"),))
        page = sent(edda(), reverse("admin:entities_event_change", args=[event.pk]), entities=[odd])
        assert "Select a valid choice" in text_of(page)
        assert event.entities.count() == 1

    @pytest.mark.parametrize("field", ["groups", "user_permissions"])
    def test_refuses_it_among_all_of_them(self, admin_client, admin_user, odd, field):
        page = sent(
            admin_client, reverse("admin:chipduo_user_change", args=[admin_user.pk]), **{field: [odd]}
        )
        assert "Select a valid choice" in text_of(page)

    def test_refuses_it_in_a_group(self, admin_client, odd):
        address = reverse("admin:auth_group_change", args=[Group.objects.get(name="Writer").pk])
        assert "Select a valid choice" in text_of(sent(admin_client, address, permissions=[odd]))

    def test_refuses_it_in_a_row(self, odd):
        address = reverse("admin:entities_entity_change", args=[cast.entity("Huawei").pk])
        row = {
            "relations_from-TOTAL_FORMS": "1",
            "relations_from-0-kind": "needs",
            "relations_from-0-object": odd,
        }
        assert "Select a valid choice" in text_of(sent(edda(), address, **row))

    def test_opens_without_it(self, odd):
        if odd in SHORT:
            assert form_on(edda().get(reverse("admin:articles_article_add"), {"series": odd}))["series"] == ""


@pytest.mark.parametrize("odd", SHORT)
def test_a_list_is_not_filtered_by_it(odd):
    article = cast.write("b")
    page = edda().get("/admin/articles/article/", {"series": odd}, follow=True)
    assert page.status_code == 200
    assert "e=1" in page.request["QUERY_STRING"] or article not in page.context["cl"].queryset


@pytest.mark.parametrize("odd", ODD)
class TestAButton:
    def test_for_a_comment_finds_none(self, article, odd):
        assert (
            edda().post(reverse("admin:article_review", args=[article.pk]), {"_resolve": odd}).status_code
            == 404
        )

    def test_for_a_preview_link_finds_none(self, article, odd):
        assert (
            edda().post(reverse("admin:article_share", args=[article.pk]), {"_revoke": odd}).status_code
            == 404
        )

    def test_for_a_name_finds_no_entity(self, article, odd):
        address = reverse("admin:article_names", args=[article.pk])
        assert edda().post(address, {"one": f"x.{odd}"}).status_code == 302

    def test_that_takes_back_what_was_left_takes_nothing(self, odd):
        assert edda().post(reverse("admin:queue_left", args=["names"]), {"row": odd}).status_code == 302


@pytest.mark.parametrize("odd", ODD)
def test_a_version_that_never_was_is_not_the_one_that_is_stored(article, odd):
    assert "saved this" in text_of(sent(edda(), change_page_of(article), title="New", seen=odd))


def test_what_is_added_meets_nothing_that_is_stored():
    page = sent(edda(), reverse("admin:articles_article_add"), title="New", slug="new", _save_both="1")
    assert page.status_code == 302


@pytest.mark.parametrize("odd", SHORT)
class TestAnAddress:
    def test_of_an_entity_has_none(self, odd):
        address = reverse("admin:entities_entity_change", args=[odd])
        assert edda().post(address).status_code == 302
        assert not Entity.objects.exists()

    def test_of_a_kind_has_none(self, odd):
        assert edda().get(f"/admin/r/{odd}/1/").status_code == 404
