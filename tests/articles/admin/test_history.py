import pytest
import reversion
from django.urls import reverse
from reversion.models import Revision, Version
from taggit.models import Tag

from articles.models import Article, Passage, Series, Source
from tests import cast
from tests.desk import at_the_desk, delete, edda, form_on, nora, publish_page_of, sent, text_of, wen

pytestmark = pytest.mark.django_db


def page_of(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def old_version(thing, number: int) -> str:
    """The address of its first, second... version."""
    versions = Version.objects.get_for_object(thing).order_by("pk")
    name = f"admin:{thing._meta.app_label}_{thing._meta.model_name}_revision"
    return reverse(name, args=[thing.pk, versions[number - 1].pk])


class TestRestoring:
    @pytest.fixture
    def article(self):
        article, desk = cast.write(body="First words.", tags=("first, tag",)), edda()
        sent(desk, page_of(article), body="Second words.", tags="second", slug="second")
        article.refresh_from_db()
        return article

    def test_shows_the_old_words_in_the_form_and_changes_nothing(self, article):
        shown = form_on(wen().get(old_version(article, 1)))
        assert (shown["body"], shown["tags"], shown["slug"]) == ("First words.", "first, tag", "needs")
        article.refresh_from_db()
        assert article.body == "Second words."

    def test_says_first_what_it_will_change(self, article):
        shown = text_of(wen().get(old_version(article, 1)))
        assert "<dt>Body</dt> <dd><p><del>Second</del><ins>First</ins> words.</p></dd>" in shown
        assert "Tag <strong>second</strong> goes: it was added since." in shown
        assert "Tag <strong>first, tag</strong> comes back." in shown

    def test_says_so_when_there_is_nothing_to_change(self, article):
        assert "it is what is stored now" in text_of(wen().get(old_version(article, 2)))

    def test_brings_back_words_and_tags_and_loses_no_address(self, article, client):
        article.publish(editor=None)
        desk = wen()
        assert sent(desk, old_version(article, 1)).status_code == 302
        article.refresh_from_db()
        assert (article.body, article.slug, list(article.tags.names())) == (
            "First words.",
            "needs",
            ["first, tag"],
        )
        assert client.get("/articles/second/").url == "/articles/needs/"

    def test_counts_as_a_save(self, article):
        desk = edda_again()
        opened = form_on(desk.get(page_of(article)))
        sent(wen(), old_version(article, 1))
        article.refresh_from_db()
        assert article.version == 3
        assert "wen saved this on" in text_of(desk.post(page_of(article), {**opened, "_continue": "1"}))

    def test_is_refused_when_somebody_saved_since_the_old_words_were_shown(self, article):
        desk = wen()
        opened = form_on(desk.get(old_version(article, 1)))
        sent(edda_again(), page_of(article), body="Third words.")
        response = desk.post(old_version(article, 1), opened)
        assert "edda-again saved this on" in text_of(response)
        assert "Third words." in response.content.decode()
        article.refresh_from_db()
        assert article.body == "Third words."

    def test_makes_no_second_one_whatever_is_posted(self, article):
        page = sent(edda_again(), old_version(article, 1), "_saveasnew")
        assert page.status_code == 200
        assert Article.objects.count() == 1

    def test_publishes_nothing_whatever_is_posted(self, article):
        sent(edda_again(), old_version(article, 1), "_publish")
        assert not article.editions.exists()

    def test_is_not_for_those_who_may_not_change(self, article):
        desk = nora()
        assert desk.get(old_version(article, 1)).status_code == 403
        assert desk.post(old_version(article, 1), {}).status_code == 403
        article.refresh_from_db()
        assert article.body == "Second words."

    def test_leads_a_tag_that_was_merged_since_to_its_heir(self, article):
        from chipduo.tag_merging import merge_tags

        gone, heir = Tag.objects.get(name="first, tag"), Tag.objects.create(name="heir")
        with reversion.create_revision():
            reversion.add_to_revision(gone)
        merge_tags([gone], heir)
        assert sent(wen(), old_version(article, 1)).status_code == 302
        assert list(article.tags.names()) == ["heir"]

    def test_leaves_out_a_tag_that_was_deleted_since(self, article):
        Tag.objects.get(name="first, tag").delete()
        assert sent(wen(), old_version(article, 1)).status_code == 302
        assert not article.tags.exists()

    def test_is_refused_in_words_when_something_is_missing_that_it_needs(self):
        series = Series.objects.create(slug="book", title="Book")
        article = cast.write(series=series, part=1)
        desk = edda()
        sent(desk, page_of(article), series="", part="")
        series.delete()
        response = desk.get(old_version(article, 1), follow=True)
        assert "refers to something that is not there any more" in text_of(response)


class TestHistory:
    def test_keeps_what_was_there_before_the_first_change(self):
        article = cast.write(body="First words.")
        sent(wen(), page_of(article), body="Second words.")
        bodies = [
            version.field_dict["body"] for version in Version.objects.get_for_object(article).order_by("pk")
        ]
        assert bodies == ["First words.", "Second words."]

    def test_records_no_derived_rows(self):
        article, desk = cast.write(), edda()
        sent(desk, page_of(article), "_publish")
        sent(desk, publish_page_of(article), "_publish")
        kinds = set(Version.objects.values_list("content_type__model", flat=True))
        assert Passage.objects.exists()
        assert kinds <= {"article", "taggeditem"}

    def test_records_nothing_of_a_save_that_was_refused(self):
        article = cast.write(body="Words.")
        sent(edda(), page_of(article), "_publish", title="New", part="3")
        titles = {version.field_dict["title"] for version in Version.objects.get_for_object(article)}
        assert titles == {"Needs"}

    def test_lists_who_saved_and_when(self):
        article, desk = cast.write(), wen()
        sent(desk, page_of(article), title="New")
        listed = text_of(desk.get(reverse("admin:articles_article_history", args=[article.pk])))
        assert "wen" in listed
        assert "Changed Title" in listed

    def test_takes_no_version_of_another_kind(self):
        """Or a writer could take back an entity under the number of an article."""
        article, source = cast.write(), cast.source()
        with reversion.create_revision():
            reversion.add_to_revision(source)
        version = Version.objects.get_for_object(source).get()
        Source.objects.update(title="Newer")
        desk = edda()
        assert (
            desk.get(reverse("admin:articles_article_revision", args=[article.pk, version.pk])).status_code
            == 404
        )
        assert desk.post(reverse("admin:articles_article_recover", args=[version.pk])).status_code == 404
        assert Source.objects.get().title == "Newer"

    def test_keeps_things_that_were_saved_together_apart(self):
        one, two = cast.write("one", "Words."), cast.write("two", "Words.")
        with reversion.create_revision():
            one.save()
            two.save()
        assert Revision.objects.count() == 2


class TestRecovering:
    def test_brings_back_what_was_deleted_with_its_tags(self):
        article, desk = cast.write(tags=("chips, small",)), edda()
        delete(desk, article)
        version = Version.objects.get_deleted(Article).get()
        assert "Needs" in text_of(desk.get(reverse("admin:articles_article_recoverlist")))
        assert sent(desk, reverse("admin:articles_article_recover", args=[version.pk])).status_code == 302
        assert list(Article.objects.get().tags.names()) == ["chips, small"]

    def test_is_not_for_those_who_may_not_add(self):
        article = cast.write()
        delete(edda(), article)
        version = Version.objects.get_deleted(Article).get()
        assert nora().post(reverse("admin:articles_article_recover", args=[version.pk])).status_code == 403
        assert not Article.objects.exists()


def edda_again():
    return at_the_desk("edda-again", "Editor")
