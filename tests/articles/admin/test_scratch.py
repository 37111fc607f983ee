import pytest
from django.urls import reverse
from reversion.models import Version

from articles.models import Article, Presence, Scratch
from tests import cast
from tests.articles.scratches import page_of, scratch_of, typed
from tests.desk import at_the_desk, edda, form_on, nora, sent, text_of, wen

pytestmark = pytest.mark.django_db
ADD, NEW = "/admin/articles/article/add/", "/admin/articles/article/scratch/"


class TestWordsThatAreNotSaved:
    def test_are_kept_once_for_each_person_and_thing(self):
        article, other, desk = cast.write(), cast.write("other"), wen()
        for words in ("One", "Two"):
            typed(desk, article, title=words)
        typed(desk, other, title="Other")
        typed(edda(), article, title="Edda’s")
        kept = {(one.person.username, one.object_id, *one.fields["title"]) for one in Scratch.objects.all()}
        here, there = str(article.pk), str(other.pk)
        assert kept == {("wen", here, "Two"), ("wen", there, "Other"), ("edda", here, "Edda’s")}

    def test_are_no_part_of_any_history_and_change_nothing_stored(self):
        article, desk = cast.write(), wen()
        typed(desk, article, title="Unsaved", body="Unsaved words", tags="unsaved")
        article.refresh_from_db()
        assert (article.title, article.version, list(article.tags.names())) == ("Needs", 1, [])
        assert not Version.objects.exists()

    def test_are_offered_with_what_differs_and_taken_back_whole(self):
        article, desk = cast.write(body="First. Second."), wen()
        typed(desk, article, body="First. Other.", tags="one\ntwo", standfirst="Why <b>")
        page = desk.get(page_of(article))
        offered = text_of(page).split('class="offer"')[1].split("</section>")[0]
        assert "<dt>Body</dt>" in offered and "<ins>Other" in offered and "<del>Second" in offered
        assert "<ins>Why &lt;b&gt;</ins>" in offered
        assert "Title" not in offered
        assert form_on(page)["body"] == "First. Second."
        taken = form_on(desk.get(f"{page_of(article)}?scratch={Scratch.objects.get().pk}"))
        assert (taken["body"], taken["tags"], taken["standfirst"]) == ("First. Other.", "one\ntwo", "Why <b>")

    def test_are_not_offered_when_they_say_what_is_stored(self):
        article, desk = cast.write(), wen()
        typed(desk, article)
        assert 'class="offer"' not in text_of(desk.get(page_of(article)))

    def test_are_gone_after_a_save(self):
        article, desk = cast.write(), wen()
        typed(desk, article, body="Typed.")
        sent(desk, page_of(article), body="Typed.")
        assert not Scratch.objects.exists()

    def test_stay_when_the_save_was_refused(self):
        article, desk = cast.write(), wen()
        typed(desk, article, body="Typed.")
        sent(desk, page_of(article), title="")
        assert Scratch.objects.exists()

    def test_are_gone_when_they_are_discarded(self):
        article, desk = cast.write(), wen()
        typed(desk, article, body="Typed.")
        assert desk.post(scratch_of(article), {"_discard": "1"}).url == page_of(article)
        assert not Scratch.objects.exists()

    def test_of_what_is_not_added_yet_are_kept_too(self):
        desk = wen()
        desk.post(NEW, {**form_on(desk.get(ADD)), "title": "Masks", "body": "Long words."})
        assert "Long words." in text_of(desk.get(ADD))
        address = f"{ADD}?scratch={Scratch.objects.get().pk}"
        assert form_on(desk.get(address))["title"] == "Masks"
        sent(desk, address, slug="masks")
        assert Article.objects.get().body == "Long words."
        assert not Scratch.objects.exists()

    def test_bring_back_what_somebody_saved_since_as_well(self):
        article, desk = cast.write(), wen()
        typed(desk, article, body="Mine.")
        sent(edda(), page_of(article), body="Theirs.")
        page = text_of(desk.get(f"{page_of(article)}?scratch={Scratch.objects.get().pk}"))
        assert "edda saved this on" in page and "Theirs." in page

    def test_of_rows_below_are_told_and_taken_back(self):
        entity, desk = cast.entity("Huawei"), edda()
        address = reverse("admin:entities_entity_change", args=[entity.pk])
        fields = {**form_on(desk.get(address)), "aliases-1-text": "华为", "aliases-TOTAL_FORMS": "2"}
        desk.post(reverse("admin:entities_entity_scratch", args=[entity.pk]), fields)
        assert "<dt>Aliases</dt>" in text_of(desk.get(address))
        taken = form_on(desk.get(f"{address}?scratch={Scratch.objects.get().pk}"))
        assert taken["aliases-1-text"] == "华为"

    def test_are_not_read_by_the_preview(self):
        article, desk = cast.write(), wen()
        opened = form_on(desk.get(page_of(article)))
        typed(desk, article, body="Only scratch.")
        page = desk.post(reverse("admin:article_preview", args=[article.pk]), opened)
        assert "Only scratch." not in text_of(page)

    @pytest.mark.parametrize("odd", ["x", "-1", "9" * 30, "²"])
    def test_that_there_are_not_cannot_be_taken_back(self, odd):
        article, desk = cast.write(), wen()
        assert form_on(desk.get(f"{page_of(article)}?scratch={odd}"))["title"] == "Needs"

    def test_hold_no_character_that_a_database_refuses(self):
        article, desk = cast.write(), wen()
        typed(desk, article, title="a\0b")
        assert Scratch.objects.get().fields["title"] == ["ab"]


class TestWhoMay:
    def test_nobody_else_sees_what_somebody_typed(self):
        article = cast.write()
        typed(wen(), article, body="Mine alone.")
        other = edda()
        assert "Mine alone." not in text_of(other.get(page_of(article)))
        taken = other.get(f"{page_of(article)}?scratch={Scratch.objects.get().pk}")
        assert form_on(taken)["body"] == article.body

    def test_those_who_may_not_write_keep_nothing(self):
        desk, article = nora(), cast.write()
        assert [desk.post(one, {"body": "x"}).status_code for one in (scratch_of(article), NEW)] == [403, 403]
        assert not Scratch.objects.exists() and not Presence.objects.exists()

    def test_a_writer_keeps_nothing_of_what_only_editors_change(self):
        entity = cast.entity("Huawei")
        address = reverse("admin:entities_entity_scratch", args=[entity.pk])
        assert wen().post(address, {"name": "x"}).status_code == 403
        assert not Scratch.objects.exists()

    def test_who_is_not_signed_in_is_asked_to(self, client):
        assert client.post(NEW, {"body": "x"}).status_code == 302
        assert not Scratch.objects.exists()

    def test_what_is_not_there_is_not_found(self):
        article = cast.write()
        address = scratch_of(article)
        article.delete()
        assert at_the_desk("otto", "Writer").post(address, {}).status_code == 404
