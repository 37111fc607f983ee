"""manage.py import_document once more: what is found again, and what is replaced."""

import pytest
from reversion.models import Version

from articles.importing.drafts import Draft
from articles.importing.making import carry_out
from articles.importing.placing import plan
from articles.importing.refusal import DocumentError
from articles.models import Article, Edition, Series, SlugRecord
from tests import cast
from tests.articles.documents import run

pytestmark = pytest.mark.django_db


class TestRepeating:
    @pytest.mark.parametrize("series", [False, True])
    def test_changes_nothing(self, file, series):
        run(path := file(), series=series)
        before = list(Article.objects.order_by("pk").values())
        assert run(path, series=series, replace=True).count("already here: unchanged") == len(before)
        assert list(Article.objects.order_by("pk").values()) == before

    def test_knows_a_manuscript_that_was_only_saved_in_a_browser(self, file):
        run(path := file())
        article = Article.objects.get()
        Article.objects.update(body=article.body.strip().replace("\n", "\r\n"))
        assert "unchanged" in run(path)

    @pytest.mark.parametrize("series", [False, True])
    @pytest.mark.parametrize(
        "edit", [{"body": "Rewritten."}, {"title": "Retitled"}, {"standfirst": "Kept.", "body": "x"}]
    )
    def test_leaves_what_was_edited_alone_and_says_so(self, file, series, edit):
        run(path := file(), series=series)
        article = Article.objects.order_by("-part", "pk").first()
        Article.objects.filter(pk=article.pk).update(**edit)
        before = list(Article.objects.order_by("pk").values())
        assert "already here with other words" in run(path, series=series)
        assert list(Article.objects.order_by("pk").values()) == before

    def test_leaves_the_manuscript_alone_when_the_file_changed(self, file):
        run(file("# T\n\nOne.", "a.md"))
        assert "already here with other words" in run(file("# T\n\nTwo.", "a.md"))
        assert Article.objects.get().body == "One.\n"

    @pytest.mark.parametrize("series", [False, True])
    @pytest.mark.parametrize("public", [False, True])
    def test_finds_what_has_moved_to_another_address(self, file, series, public):
        run(path := file(), series=series)
        for article in Article.objects.all():
            if public:
                article.publish(editor=None)
            cast.move(article, f"elsewhere-{article.pk}")
        for whole in Series.objects.all():
            cast.move(whole, "elsewhere")
        assert run(path, series=series).count("unchanged") == Article.objects.count() == (6 if series else 1)
        assert Series.objects.count() == series

    def test_finds_a_manuscript_that_was_put_into_a_series(self, file):
        run(path := file())
        Article.objects.update(series=Series.objects.create(slug="duo", title="The Duo"), part=4)
        assert "unchanged" in run(path)


class TestAddress:
    def test_taken_by_another_article_gets_a_number(self, file):
        cast.write("two-firms", body="Something else.", title="Two firms, one story")
        run(file("# Two Firms\n\nOne.", "a.md"))
        assert Article.objects.get(title="Two Firms").slug == "two-firms-2"

    def test_taken_by_a_part_of_another_series_gets_a_number(self, file):
        other = Series.objects.create(slug="duo", title="The Duo")
        cast.write("a", title="A", series=other, part=1, body="Something else.")
        run(path := file("# T\n\n## A\n\nOne.", "a.md"), "--series")
        run(path, "--series")
        assert list(Article.objects.order_by("pk").values_list("slug", flat=True)) == ["a", "a-2"]

    def test_that_once_led_to_another_article_still_does(self, file):
        other = cast.published("two-firms", body="Something else.", title="Other").article
        cast.move(other, "other")
        run(file("# Two Firms\n\nOne.", "a.md"))
        assert Article.objects.get(title="Two Firms").slug == "two-firms-2"
        assert SlugRecord.objects.holder(Article, "two-firms") == other

    def test_is_free_beside_an_article_of_the_same_title_elsewhere(self, file):
        cast.write("elsewhere", body="Something else.", title="Two Firms")
        run(file("# Two Firms\n\nOne.", "a.md"), "--replace")
        assert list(Article.objects.order_by("pk").values_list("slug", flat=True)) == [
            "elsewhere",
            "two-firms",
        ]

    def test_of_files_with_one_title_differs_and_stays_theirs(self, file):
        paths = [file("# T\n\nOne.", "a.md"), file("# T\n\nTwo.", "b.md")]
        for _ in range(2):
            run(*paths, "--replace")
            assert list(Article.objects.order_by("pk").values_list("slug", "body")) == [
                ("t", "One.\n"),
                ("t-2", "Two.\n"),
            ]


class TestReplacing:
    def test_gives_the_manuscript_the_words_of_the_file(self, file):
        run(file("# T\n\nOne.", "a.md"))
        Article.objects.update(standfirst="Kept.", byline="Wen")
        assert "replaced" in run(file("# T\n\nTwo.", "a.md"), "--replace")
        article = Article.objects.get()
        assert (article.body, article.standfirst, article.byline, article.version) == (
            "Two.\n",
            "Kept.",
            "Wen",
            2,
        )

    def test_touches_no_edition(self, file):
        run(file("# T\n\nOne.", "a.md"))
        edition = Article.objects.get().publish(editor=None)
        assert "Readers go on seeing edition 1" in run(file("# T\n\nTwo.", "a.md"), "--replace")
        assert list(Edition.objects.values_list("pk", "body", "live_until")) == [(edition.pk, "One.\n", None)]

    def test_keeps_what_it_replaces_in_the_history(self, file):
        article = cast.write("t", title="T", body="By hand.", tags=("chips",))
        run(file("# T\n\nTwo.", "a.md"), "--replace")
        versions = Version.objects.get_for_object(article)
        assert [(v.field_dict["body"], v.revision.comment) for v in versions] == [
            ("Two.\n", "Replaced from a.md."),
            ("By hand.", "As it was before it was replaced from a.md."),
        ]

    def test_leaves_an_unrelated_article_of_the_same_address_alone(self, file):
        cast.write("two-firms", body="Something else.", title="Two firms, one story")
        run(file("# Two Firms\n\nOne.", "a.md"), "--replace")
        assert Article.objects.get(slug="two-firms").body == "Something else."

    def test_is_refused_when_somebody_saves_meanwhile(self):
        article = cast.write("t", title="T", body="One.")
        planned = plan("T", [Draft("T", "t", "Two.\n")], series=False)
        article.claim(1)
        with pytest.raises(DocumentError, match="just now"):
            carry_out(planned, replace=True, name="a.md")
        assert Article.objects.get().body == "One."
