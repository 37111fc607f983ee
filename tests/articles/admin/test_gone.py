"""Otto deletes what Edda is typing into."""

import pytest
from django.urls import reverse

from articles.models import Article, Scratch
from entities.merging import merge
from entities.models import Entity, Event, Relation
from tests import cast
from tests.desk import at_the_desk, change_page_of, delete, edda, form_on, nora, sent, text_of, wen

pytestmark = pytest.mark.django_db


def page_of(thing) -> str:
    return reverse(f"admin:{thing._meta.app_label}_{thing._meta.model_name}_change", args=[thing.pk])


def deleted(thing, by: str = "otto") -> None:
    delete(at_the_desk(by, "Editor"), thing)
    assert not type(thing).objects.filter(pk=thing.pk).exists()


def link_on(response, words: str) -> str:
    before = response.content.decode().split(words)[0]
    return before.rsplit('href="', 1)[1].split('"')[0]


class TestASaveOfWhatIsGone:
    @pytest.mark.parametrize("button", ["_continue", "_publish", "_save_both", "_save_anyway"])
    def test_gives_the_words_of_an_article_back_and_says_what_happened(self, button):
        article, desk = cast.write(), edda()
        mine = {**form_on(desk.get(page_of(article))), "body": "Long <b>words</b>.", button: "1"}
        deleted(article)
        response = desk.post(page_of(article), mine)
        page = text_of(response)
        assert response.status_code == 410
        assert "otto deleted “Needs” on" in page and "Long &lt;b&gt;words&lt;/b&gt;." in page
        assert not Article.objects.exists()

    def test_can_be_made_a_new_one(self):
        article, desk = cast.write(), edda()
        mine = {**form_on(desk.get(page_of(article))), "body": "Long words."}
        deleted(article)
        add = link_on(desk.post(page_of(article), mine), "Make a new article")
        opened = form_on(desk.get(add))
        assert opened["body"] == "Long words."
        desk.post(add, {**opened, "_continue": "1"})
        assert Article.objects.get().body == "Long words."
        assert not Scratch.objects.exists()

    def test_can_bring_it_back_and_is_offered_the_words_there(self):
        article, desk = cast.write(), edda()
        mine = {**form_on(desk.get(page_of(article))), "body": "Long words."}
        deleted(article)
        recover = link_on(desk.post(page_of(article), mine), "Look at it as it was")
        desk.post(recover, form_on(desk.get(recover)))
        assert Article.objects.get().pk == article.pk
        assert "Long words." in text_of(desk.get(page_of(article)))

    def test_is_not_written_over_where_another_has_brought_it_back(self):
        article, desk, other = cast.write(), edda(), at_the_desk("olga", "Editor")
        mine = {**form_on(desk.get(page_of(article))), "body": "Long words."}
        deleted(article)
        recover = link_on(desk.post(page_of(article), mine), "Look at it as it was")
        opened = form_on(desk.get(recover))
        other.post(recover, {**form_on(other.get(recover)), "body": "Olga’s words."})
        response = desk.post(recover, {**opened, "body": "Other words."})
        assert response.url == page_of(article)
        assert Article.objects.get().body == "Olga’s words."
        page = text_of(desk.get(page_of(article)))
        assert "It is there again" in page and "<ins>Other</ins> words." in page

    def test_keeps_the_rows_of_an_entity(self):
        entity, desk = cast.entity("Huawei", aliases=("HW",)), edda()
        mine = {**form_on(desk.get(page_of(entity))), "aliases-2-text": "华为"}
        deleted(entity)
        add = link_on(desk.post(page_of(entity), mine), "Make a new entity")
        desk.post(add, {**form_on(desk.get(add)), "_names_seen": "1", "_continue": "1"})
        made = Entity.objects.get()
        assert set(made.aliases.values_list("text", flat=True)) == {"Huawei", "HW", "华为"}

    def test_leads_to_what_it_was_merged_into(self):
        entity, heir, desk = cast.entity("Hua Wei"), cast.entity("Huawei"), edda()
        address = page_of(entity)
        mine = {**form_on(desk.get(address)), "about": "Long words."}
        merge([entity], heir, editor=cast.user("otto", "Editor"))
        response = desk.post(address, mine)
        assert "otto merged it into “Huawei” on" in text_of(response) and "Long words." in text_of(response)
        assert link_on(response, "Open “Huawei”") == page_of(heir)

    @pytest.mark.parametrize("make", [cast.event, cast.source, cast.series])
    def test_gives_the_words_of_other_things_back_too(self, make):
        thing, desk = make(), edda()
        mine = {**form_on(desk.get(page_of(thing))), "title": "Edda’s words"}
        if isinstance(thing, Event):
            thing.evidence.all().delete()
        deleted(thing)
        assert "Edda’s words" in text_of(desk.post(page_of(thing), mine))

    def test_gives_the_words_of_a_relation_back_that_went_with_its_end(self):
        huawei, smic, _ = cast.duo()
        relation, desk = cast.relation(huawei, "customer-of", smic), edda()
        mine = {**form_on(desk.get(page_of(relation))), "note": "Edda’s note"}
        deleted(huawei)
        assert not Relation.objects.exists()
        page = text_of(desk.post(page_of(relation), mine))
        assert "Edda’s note" in page and "Somebody deleted it." in page


class TestTypingOnIntoWhatIsGone:
    def test_is_kept_and_told(self):
        article, desk = cast.write(), edda()
        mine = {**form_on(desk.get(page_of(article))), "body": "Long words."}
        deleted(article)
        answer = desk.post(reverse("admin:articles_article_scratch", args=[article.pk]), mine).json()
        assert answer["gone"].startswith("otto deleted “Needs” on")
        assert "Long words." in text_of(desk.get(page_of(article)))

    def test_says_nothing_of_it_while_it_is_there(self):
        article, desk = cast.write(), edda()
        address = reverse("admin:articles_article_scratch", args=[article.pk])
        assert desk.post(address, form_on(desk.get(page_of(article)))).json()["gone"] == ""

    @pytest.mark.parametrize("pk", ["0", "x", "9" * 30, "x" * 300])
    def test_is_not_kept_of_what_never_was(self, pk):
        assert (
            edda().post(reverse("admin:articles_article_scratch", args=[pk]), {"body": "x"}).status_code
            == 404
        )
        assert not Scratch.objects.exists()


class TestWhatIsGone:
    def test_is_as_nothing_to_who_typed_nothing_into_it(self):
        article, desk = cast.write(), wen()
        deleted(article)
        assert desk.get(change_page_of(article)).url == reverse("admin:index")
        assert desk.post(change_page_of(article), {"body": "x", "typed_by": "x"}).url == reverse(
            "admin:index"
        )
        assert not Scratch.objects.exists()

    def test_gives_nobody_the_words_of_another(self):
        article, desk, other = cast.write(), edda(), wen()
        sent(desk, reverse("admin:articles_article_change", args=[article.pk]))
        mine = form_on(desk.get(page_of(article)))
        deleted(article)
        desk.post(page_of(article), {**mine, "body": "Edda’s words."})
        add = f"/admin/articles/article/add/?gone={Scratch.objects.get().pk}"
        assert "Edda’s words." not in text_of(other.get(add))
        other.post(add, {**form_on(other.get(add)), "title": "X", "slug": "x", "body": "Wen’s."})
        assert Scratch.objects.filter(person__username="edda").exists()
        assert nora().get(page_of(article)).status_code == 403

    def test_is_no_door_to_what_is_there(self):
        article, desk = cast.write(), edda()
        desk.post(
            reverse("admin:articles_article_scratch", args=[article.pk]),
            {**form_on(desk.get(page_of(article))), "body": "Edda’s words."},
        )
        add = f"/admin/articles/article/add/?gone={Scratch.objects.get().pk}"
        assert "Edda’s words." not in text_of(desk.get(add))
