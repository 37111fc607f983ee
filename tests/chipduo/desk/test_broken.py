import pytest

from articles.models import Article, SlugRecord
from entities.models import Sighting
from entities.noticing.manuscripts import notice_manuscript, unread_manuscripts
from tests import cast
from tests.desk import edda, sent, text_of, wen

pytestmark = pytest.mark.django_db

QUEUE = "/admin/queues/broken-links/"
BODY = "See [the other](/articles/other/), [[Nikon|a firm]] and more.[^nowhere]"


def read(slug: str = "one", body: str = BODY) -> Article:
    article = cast.write(slug, body)
    notice_manuscript(article)
    return article


def key(kind: str) -> str:
    return Sighting.objects.get(kind=kind).key


class TestBrokenLinks:
    def test_of_a_manuscript_are_shown_in_their_words(self):
        read()
        page = text_of(edda().get(QUEUE))
        assert "See <mark>the other</mark>," in page
        assert "There is no article “other” that readers can see." in page
        assert "Nobody is called “Nikon”." in page
        assert "<mark>[^nowhere]</mark>" in page
        assert "/admin/entities/entity/add/?name=Nikon" in page

    def test_are_seen_as_soon_as_a_draft_is_saved(self):
        article = cast.write("one", "Fine.")
        desk = wen()
        sent(desk, f"/admin/articles/article/{article.pk}/change/", body="See [[Nikon]].")
        assert "Nobody is called “Nikon”." in text_of(desk.get(QUEUE))

    def test_are_gone_when_what_they_lead_to_is_there(self):
        read()
        cast.published("other", "Here.")
        cast.entity("Nikon")
        cast.source("nowhere")
        assert "Nothing waits here." in text_of(edda().get(QUEUE))

    def test_come_when_what_they_lead_to_is_withdrawn(self):
        cast.published("other", "Here.")
        cast.published("one", "See [the other](/articles/other/).")
        desk = edda()
        assert "Nothing waits here." in text_of(desk.get(QUEUE))
        Article.objects.get(slug="other").withdraw()
        assert "There is no article “other”" in text_of(desk.get(QUEUE))

    def test_are_not_those_to_old_addresses_that_lead_on(self):
        other = cast.published("other", "Here.").article
        SlugRecord.objects.remember(other, "once")
        read(body="See [it](/articles/once/).")
        assert "Nothing waits here." in text_of(edda().get(QUEUE))

    def test_of_a_live_edition_and_its_manuscript_are_one(self):
        cast.published("one", "See [it](/articles/other/).")
        assert edda().get(QUEUE).content.count(b'name="row"') == 1

    def test_that_only_readers_still_have_wait_for_publishing(self):
        article = cast.published("one", "See [it](/articles/other/).").article
        article.body = "See."
        article.save()
        notice_manuscript(article)
        page = text_of(edda().get(QUEUE))
        assert "The manuscript does not have it any more: publish it." in page
        assert "Take it out" not in page

    @pytest.mark.parametrize(
        ("kind", "left"),
        [
            ("article", BODY.replace("[the other](/articles/other/)", "the other")),
            ("nobody", BODY.replace("[[Nikon|a firm]]", "a firm")),
            ("note", BODY.replace("[^nowhere]", "")),
        ],
    )
    def test_are_taken_out_of_the_manuscript_in_one_click(self, kind, left):
        article = read()
        desk = edda()
        desk.post(QUEUE, {"settle": f"unlink {key(kind)}"})
        article.refresh_from_db()
        assert (article.body, article.version) == (left, 2)
        assert not Sighting.objects.filter(kind=kind).exists()
        assert "Took out what led to" in text_of(desk.get(f"/admin/articles/article/{article.pk}/history/"))

    def test_that_are_not_found_again_are_said_to_be(self):
        article = read()
        Article.objects.update(body="Other words.")
        page = text_of(edda().post(QUEUE, {"settle": f"unlink {key('nobody')}"}))
        assert "change it there by hand" in page
        article.refresh_from_db()
        assert article.version == 1


class TestManuscripts:
    def test_wait_to_be_read_until_they_are_and_again_when_they_change(self):
        article = cast.write("one", "See.")
        assert list(unread_manuscripts()) == [article]
        notice_manuscript(article)
        assert not unread_manuscripts().exists()
        article.save()
        assert list(unread_manuscripts()) == [article]

    @pytest.mark.parametrize(
        "body", ["", "[" * 3000, "[^a]: x\n[^a]: y", "[x](//[)", "[x](http://[::1)", "[^" + "x" * 500 + "]"]
    )
    def test_of_any_words_can_be_read(self, body):
        read(body=body)
        assert edda().get(QUEUE).status_code == 200
