from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from taggit.models import Tag, TaggedItem

from articles.models import Article, Citation, Edition, Passage
from entities.models import LexiconVersion, Mention, StaleEdition, Woven
from tests import cast
from tests.articles.pictures import picture
from tests.desk import at_the_desk, edda, form_on, nora, text_of, wen

pytestmark = pytest.mark.django_db

NEW = "/admin/articles/article/preview/"
TABLES = (Article, Citation, Edition, Mention, Passage, StaleEdition, Tag, TaggedItem, Woven)


def form_of(desk, article: Article) -> dict:
    return form_on(desk.get(reverse("admin:articles_article_change", args=[article.pk])))


def preview_of(article: Article) -> str:
    return reverse("admin:article_preview", args=[article.pk])


def rows() -> dict:
    return {table.__name__: list(table.objects.order_by("pk").values()) for table in TABLES}


class TestPreview:
    def test_shows_the_unsaved_words_as_they_would_be_published(self):
        cast.entity("Huawei")
        article, desk = cast.write(), wen()
        page = desk.post(
            preview_of(article),
            {**form_of(desk, article), "title": "Unsaved", "body": "Huawei **needs** chips."},
        )
        assert page.status_code == 200
        assert "<h1>Unsaved</h1>" in text_of(page)
        assert (
            '<a href="/entities/huawei/" class="entity">Huawei</a> <strong>needs</strong> chips.'
            in text_of(page)
        )
        assert "Nothing is saved, and no reader sees it" in text_of(page)

    def test_leaves_no_trace(self):
        cast.entity("Huawei")
        LexiconVersion.current()
        article, desk = cast.published(tags=("one",)).article, wen()
        data = {
            **form_of(desk, article),
            "slug": "moved",
            "body": "Huawei sells.",
            "tags": "new",
            "note": "What changed",
        }
        before = rows()
        assert desk.post(preview_of(article), data).status_code == 200
        assert rows() == before

    def test_of_an_article_that_was_never_saved_leaves_none_either(self):
        desk = wen()
        data = {
            **form_on(desk.get("/admin/articles/article/add/")),
            "title": "Masks",
            "slug": "masks",
            "body": "Words.",
        }
        page = desk.post(NEW, data)
        assert "<h1>Masks</h1>" in text_of(page)
        assert not any(rows().values())

    def test_counts_the_words_and_says_how_long_they_take(self):
        article, desk = cast.write(body="word " * 500), wen()
        page = desk.post(preview_of(article), form_of(desk, article))
        assert "500 words, 2 minutes to read; no links would be made" in text_of(page)

    def test_lists_each_name_that_would_lead_somewhere_with_its_first_sentence(self):
        cast.entity("Huawei", aliases=("华为",)), cast.entity("SMIC", public=False)
        article, desk = (
            cast.write(body="Chips. It is 华为. SMIC too.\n\n## More\n\nSay Huawei, or 华为."),
            wen(),
        )
        page = text_of(desk.post(preview_of(article), form_of(desk, article)))
        listed = page.split('id="preview_links"')[1].split("</details>")[0]
        assert "2 links would be made" in listed
        assert '<a href="/entities/huawei/">华为</a> leads to Huawei (company): <q>It is 华为.</q>' in listed
        assert '<a href="/entities/huawei/">Huawei</a> (company): <q>Say Huawei, or 华为.</q>' in listed
        assert "SMIC" not in listed

    def test_escapes_what_it_lists(self):
        cast.entity("Huawei")
        article, desk = cast.write(body="Huawei &lt;script&gt; it."), wen()
        listed = text_of(desk.post(preview_of(article), form_of(desk, article))).split("preview_links")[1]
        assert "<q>Huawei &lt;script&gt; it.</q>" in listed

    def test_is_kept_by_nobody(self):
        article, desk = cast.write(), wen()
        page = desk.post(preview_of(article), form_of(desk, article))
        assert "no-store" in page["Cache-Control"]
        assert page["X-Robots-Tag"] == "noindex"
        assert '<meta name="robots" content="noindex">' in page.content.decode()

    def test_names_no_other_form_of_a_page_that_is_not_there(self):
        article, desk = cast.write(), wen()
        page = desk.post(preview_of(article), form_of(desk, article)).content.decode()
        assert "needs.json" not in page
        assert 'rel="canonical"' not in page

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({"title": ""}, "<strong>Title:</strong> This field is required."),
            (
                {"body": "Words.[^nobody]"},
                "<strong>Body:</strong> No words and no source for the footnote [^nobody]",
            ),
            ({"body": ""}, "write the text first"),
            ({"part": "2"}, "give both, or neither"),
        ],
    )
    def test_says_in_words_why_there_is_none(self, fields, said):
        article, desk = cast.write(), wen()
        before = rows()
        page = desk.post(preview_of(article), {**form_of(desk, article), **fields})
        assert page.status_code == 400
        assert said in text_of(page)
        assert rows() == before

    def test_does_not_ask_whether_somebody_saved_since(self):
        article, desk = cast.write(), wen()
        data = form_of(desk, article)
        article.claim(1)
        assert desk.post(preview_of(article), data).status_code == 200

    def test_works_while_an_edition_is_scheduled(self):
        edition = cast.published()
        cast.republished(edition, "Later.", at=timezone.now() + timedelta(days=9))
        desk = wen()
        data, before = form_of(desk, edition.article), rows()
        assert desk.post(preview_of(edition.article), data).status_code == 200
        assert rows() == before

    def test_shows_an_image_that_is_only_uploaded(self):
        article, desk = cast.write(), wen()
        data = {**form_of(desk, article), "lead_image": picture(), "lead_image_alt": "A red rectangle"}
        page = desk.post(preview_of(article), data).content.decode()
        name = page.split('src="/media/')[1].split('"')[0]
        assert default_storage.exists(name)
        assert not Article.objects.get().lead_image

    @pytest.mark.parametrize("address", ["{}", NEW])
    def test_is_for_those_who_may_write(self, address):
        article = cast.write()
        gone = preview_of(article)
        address = address.format(gone)
        assert nora().post(address, {}).status_code == 403
        assert edda().get(address).status_code == 405
        article.delete()
        assert at_the_desk("other", "Editor").post(gone, {}).status_code == 404

    def test_sends_who_is_not_signed_in_to_sign_in(self, client):
        assert client.post(NEW, {}).status_code == 302


class TestPreviewByItself:
    @pytest.mark.django_db(transaction=True)
    def test_is_undone_without_any_transaction_around_it(self):
        article, desk, root = cast.write(), Client(), cast.user("root")
        root.is_superuser = True
        root.save()
        desk.force_login(root)
        data, before = form_of(desk, article), rows()
        assert desk.post(preview_of(article), {**data, "title": "Unsaved"}).status_code == 200
        assert not connection.in_atomic_block
        assert rows() == before
