"""Edda deletes or merges what Wen is at work on."""

import re

import pytest
from django.urls import reverse
from taggit.models import Tag

from articles.admin.deleting.at_work import others_at
from articles.models import Article, Presence, Scratch
from entities.models import Entity
from tests import cast
from tests.desk import at_the_desk, change_page_of, edda, form_on, merge, sent, text_of, wen

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"


def delete_page_of(article: Article) -> str:
    return reverse("admin:articles_article_delete", args=[article.pk])


def typing(desk, article: Article) -> None:
    address = reverse("admin:articles_article_scratch", args=[article.pk])
    desk.post(address, {**form_on(desk.get(change_page_of(article))), "body": "Secret words."})


def kinds_told(desk, thing) -> set[str]:
    page = text_of(desk.get(reverse(f"admin:entities_{thing._meta.model_name}_delete", args=[thing.pk])))
    assert "Findable" not in page
    return set(re.findall(r"<li>([A-Z][a-z- ]+): ", page.split("Objects</h2>")[1]))


class TestWhoDeletes:
    @pytest.fixture
    def article(self):
        return cast.write()

    def test_is_told_by_name_who_has_it_open_and_who_typed_into_it(self, article):
        typing(wen(), article)
        page = text_of(edda().get(delete_page_of(article)))
        assert "wen has “Needs” open." in page and "wen has typed into “Needs”, last on" in page
        assert "Secret words." not in page

    def test_is_told_of_nobody_else_where_nobody_is(self, article):
        desk = edda()
        typing(desk, article)
        assert "at work here" not in text_of(desk.get(delete_page_of(article)))

    @pytest.mark.parametrize("meanwhile", ["saves", "types", "comments"])
    def test_is_asked_again_if_somebody_changes_it_meanwhile(self, article, meanwhile):
        desk, other = edda(), wen()
        asked = form_on(desk.get(delete_page_of(article)))
        if meanwhile == "saves":
            sent(other, change_page_of(article), body="Wen’s words.")
        elif meanwhile == "comments":
            other.post(reverse("admin:article_review", args=[article.pk]), {"text": "Wait.", "_comment": "1"})
        else:
            typing(other, article)
        response = desk.post(delete_page_of(article), asked, follow=True)
        assert "Somebody has changed or typed into this" in text_of(response)
        assert Article.objects.exists()
        desk.post(delete_page_of(article), form_on(response))
        assert not Article.objects.exists()

    def test_of_many_is_told_and_asked_in_the_same_way(self, article):
        desk, other = edda(), wen()
        rows = {"action": "delete_selected", "_selected_action": [article.pk, cast.write("second").pk]}
        typing(other, article)
        page = desk.post(LIST, rows)
        assert "wen has typed into “Needs”" in text_of(page) and "Secret words." not in text_of(page)
        sure = {**form_on(page), **rows}
        sent(other, change_page_of(article), body="Wen’s words.")
        page = desk.post(LIST, sure)
        assert "Somebody has changed or typed into this" in text_of(page)
        assert Article.objects.count() == 2
        desk.post(LIST, {**form_on(page), **rows})
        assert not Article.objects.exists()

    def test_is_asked_first_whatever_is_sent(self, article):
        desk = edda()
        page = desk.post(delete_page_of(article), {"post": "yes"}, follow=True)
        assert "Look again: nothing is done yet." in text_of(page)
        desk.post(LIST, {"action": "delete_selected", "_selected_action": [article.pk], "post": "yes"})
        assert Article.objects.exists()

    def test_is_told_who_is_at_what_goes_with_it(self):
        huawei, smic, _ = cast.duo()
        relation, otto = cast.relation(huawei, "customer-of", smic), at_the_desk("otto", "Editor")
        otto.get(reverse("admin:entities_relation_change", args=[relation.pk]))
        page = text_of(edda().get(reverse("admin:entities_entity_delete", args=[huawei.pk])))
        assert f"otto has “{relation}” open." in page

    def test_is_not_told_of_rows_that_only_the_machine_knows(self):
        edition, huawei = cast.published(), cast.entity("Huawei", aliases=("HW",))
        event = cast.event(entities=(huawei,), tags=("chips",))
        cast.quoted(event, edition, "Huawei designs phones.")
        desk = edda()
        assert kinds_told(desk, huawei) == {"Entity", "Alias"}
        assert kinds_told(desk, event) == {"Event", "Evidence", "Tagged item"}

    def test_is_not_told_of_another_kind_under_the_same_number(self, article):
        wen().get(change_page_of(article))
        things = [Article(pk=article.pk + 1, title="Another"), Entity(pk=article.pk, name="Huawei")]
        assert others_at(things, cast.user("edda")) == []

    def test_leaves_the_words_to_who_typed_them(self, article):
        other = wen()
        typing(other, article)
        desk = edda()
        desk.post(delete_page_of(article), form_on(desk.get(delete_page_of(article))))
        assert Scratch.objects.get().person.username == "wen"
        page = text_of(other.get(change_page_of(article)))
        assert "edda deleted “Needs” on" in page and "Secret words." in page

    def test_asks_as_often_for_many_as_for_one(self, article, django_assert_max_num_queries):
        from articles.admin.deleting.at_work import told

        class Request:
            user = cast.user("edda", "Editor")

        things = [article, *(cast.write(f"more-{number}") for number in range(5))]
        told(Request, things)
        with django_assert_max_num_queries(4):
            told(Request, things)

    def test_sees_who_left_no_more(self, article):
        typing(wen(), article)
        Scratch.objects.all().delete()
        Presence.objects.update(until="2020-01-01T00:00:00Z")
        assert "at work here" not in text_of(edda().get(delete_page_of(article)))


class TestWhoMerges:
    @pytest.mark.parametrize("make", [cast.entity, lambda name: Tag.objects.create(name=name, slug=name)])
    def test_is_told_who_is_there_and_asked_again_if_it_changes(self, make):
        one, other = make("one"), make("other")
        kind = f"{one._meta.app_label}_{one._meta.model_name}"
        page, merge = (
            reverse(f"admin:{kind}_change", args=[one.pk]),
            f"{reverse(f'admin:{kind}_merge')}?these={one.pk}.{other.pk}",
        )
        desk, otto = edda(), at_the_desk("otto", "Editor")
        otto.get(page)
        foreseen = desk.post(merge, {"heir": other.pk})
        assert f"otto has “{one}” open." in text_of(foreseen)
        sent(otto, page, name="one, as Otto has it", _names_seen="1")
        again = desk.post(merge, {**form_on(foreseen), "_merge": "1"})
        assert "Somebody has changed or typed into this" in text_of(again)
        assert type(one).objects.count() == 2
        desk.post(merge, {**form_on(again), "_merge": "1"})
        assert type(one).objects.count() == 1

    def test_writes_over_nothing_that_was_typed_meanwhile(self):
        """Otto typed into the one that is gone: he is led to the one that stays."""
        one, other, otto = cast.entity("One"), cast.entity("Other"), at_the_desk("otto", "Editor")
        address = reverse("admin:entities_entity_change", args=[one.pk])
        mine = {**form_on(otto.get(address)), "about": "Otto’s words."}
        merge(edda(), f"{reverse('admin:entities_entity_merge')}?these={one.pk}.{other.pk}", other)
        assert not Entity.objects.filter(name="One").exists()
        assert "Otto’s words." in text_of(otto.post(address, mine))
