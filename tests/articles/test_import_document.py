"""manage.py import_document: what it makes, what it leaves alone, and what it says."""

import sys
from io import StringIO

import pytest
import reversion
from reversion.models import Version

from articles.models import Article, Edition, Series
from tests import cast
from tests.articles.documents import HEADINGS, LONG, OPENING, SLUGS, run

pytestmark = pytest.mark.django_db


class TestSeries:
    def test_has_a_part_for_each_heading_and_one_for_the_introduction(self, file):
        run(file(), "--series")
        series = Series.objects.get()
        assert (series.title, series.slug) == ("Two Firms & a Chip: The Story", "two-firms-a-chip-the-story")
        assert list(series.articles.order_by("part").values_list("part", "title", "slug")) == [
            (0, "Introduction", "two-firms-a-chip-the-story-introduction"),
            *((part, HEADINGS[part - 1], SLUGS[part - 1]) for part in range(1, 6)),
        ]

    def test_has_every_word_of_the_document(self, file):
        run(file(), "--series")
        bodies = [f"{OPENING}\n", *(f"{heading} {LONG * 5}".strip() + "\n" for heading in HEADINGS)]
        assert list(Article.objects.order_by("part").values_list("body", flat=True)) == bodies

    def test_can_be_published_part_by_part(self, file):
        run(file(), "--series")
        for article in Article.objects.all():
            article.publish(editor=None)
        assert Edition.objects.live().count() == 6

    def test_keeps_two_sections_of_one_title_apart_however_often_it_is_imported(self, file):
        path = file("# T\n\n## Notes\n\nOne.\n\n## Notes\n\nTwo.\n", "a.md")
        run(path, "--series")
        assert run(path, "--series").count("unchanged") == 2
        assert list(Article.objects.order_by("part").values_list("slug", "body")) == [
            ("notes", "One.\n"),
            ("notes-2", "Two.\n"),
        ]

    def test_replaces_each_of_two_sections_of_one_title_by_its_own(self, file):
        path = file("# T\n\n## Notes\n\nOne.\n\n## Notes\n\nTwo.\n", "a.md")
        run(path, "--series")
        Article.objects.filter(slug="notes-2").update(body="Edited.")
        run(path, "--series", "--replace")
        assert list(Article.objects.order_by("part").values_list("body", flat=True)) == ["One.\n", "Two.\n"]

    def test_gives_a_new_section_the_next_part_that_is_free(self, file):
        run(file("# T\n\n## A\n\nOne.\n\n## B\n\nTwo.\n", "a.md"), "--series")
        run(file("# T\n\n## New\n\nZero.\n\n## A\n\nOne.\n\n## B\n\nTwo.\n", "a.md"), "--series")
        assert list(Article.objects.order_by("part").values_list("title", "part")) == [
            ("A", 1),
            ("B", 2),
            ("New", 3),
        ]

    def test_of_another_document_with_the_same_title_is_another_series(self, file):
        run(file("# T\n\n## A\n\nOne.\n", "a.md"), "--series")
        run(file("# T\n\n## B\n\nTwo.\n", "b.md"), "--series")
        assert list(Series.objects.order_by("pk").values_list("slug", flat=True)) == ["t", "t-2"]

    def test_is_known_by_its_parts_when_its_title_was_edited(self, file):
        run(path := file(), "--series")
        Series.objects.update(title="Edited")
        run(path, "--series")
        assert (Series.objects.count(), Article.objects.count()) == (1, 6)


class TestOneArticle:
    def test_has_the_headings_in_its_body(self, file):
        run(file())
        article = Article.objects.get()
        assert (article.title, article.series, article.part) == ("Two Firms & a Chip: The Story", None, None)
        assert [line for line in article.body.split("\n") if line.startswith("#")] == [
            f"## {h}" for h in HEADINGS
        ]
        assert article.body.startswith(OPENING)

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("a.md", "# Two Firms\n\nOne *firm*.\n\n## More\n\nTwo."),
            ("a.html", "<title>x</title><h1>Two Firms</h1><p>One <i>firm</i>.<h2>More</h2>Two."),
        ],
    )
    def test_is_the_same_from_markdown_and_html(self, file, name, text):
        run(file(text, name))
        assert list(Article.objects.values_list("title", "body")) == [
            ("Two Firms", "One *firm*.\n\n## More\n\nTwo.\n")
        ]

    def test_is_read_in_the_format_that_is_given(self, file):
        run(file("# Two Firms\n\n*One*.", "a.txt"), format="md")
        assert Article.objects.get().body == "*One*.\n"

    def test_is_seen_by_editors_alone(self, file, client):
        run(file())
        assert not Edition.objects.exists()
        assert client.get(Article.objects.get().get_absolute_url()).status_code == 404

    def test_with_a_han_title_has_an_address_in_ascii(self, file):
        run(path := file("# 中芯国际\n\n一。", "a.md"))
        assert Article.objects.get().slug.startswith("document-")
        assert "unchanged" in run(path)


class TestDryRun:
    @pytest.mark.parametrize("series", [False, True])
    def test_says_what_would_be_made_and_makes_nothing(self, file, series):
        said = run(file(), series=series, dry_run=True)
        assert said.count("would be made.") == (7 if series else 1)
        assert not Article.objects.exists()
        assert not Series.objects.exists()

    def test_says_what_would_be_replaced(self, file):
        cast.write("t", title="T", body="One.")
        assert "would be replaced" in run(file("# T\n\nTwo.", "a.md"), dry_run=True, replace=True)
        assert Article.objects.get().body == "One."


class TestReport:
    def test_says_what_was_found_and_where_to_edit_it(self, file):
        said = run(file("# Two Firms\n\nOne two.\n\nThree.\n\n## More\n\nOne.\n\n## None\n", "a.md"))
        assert said.split("\n") == [
            "a.md (Markdown)",
            "  Title: Two Firms",
            "  Introduction: 2 paragraphs, 3 words",
            "  Section 1, More: 1 paragraph, 1 word",
            "  Section 2, None: 0 paragraphs, 0 words",
            "  Article “Two Firms” (two-firms): made.",
            f"    http://127.0.0.1:8000/admin/articles/article/{Article.objects.get().pk}/change/",
            "  Readers see nothing of what was made until it is published in the admin.",
            "",
        ]

    def test_says_what_was_left_out(self, file):
        assert "Images left out: 1." in run(file("<h1>T</h1>a<img src=b>", "a.html"))

    def test_leads_to_the_series(self, file):
        said = run(file(), "--series")
        assert f"/admin/articles/series/{Series.objects.get().pk}/change/" in said
        assert "Series “Two Firms & a Chip: The Story” (two-firms-a-chip-the-story): made." in said

    def test_is_recorded_in_the_history(self, file):
        run(file())
        assert reversion.is_registered(Article)
        assert [v.revision.comment for v in Version.objects.get_for_object(Article.objects.get())] == [
            "Imported from two-firms.txt."
        ]


class TestManyFiles:
    def test_given_twice_are_read_once(self, file):
        path = file()
        assert run(path, path).count("two-firms.txt") == 1

    def test_show_progress_on_a_terminal(self, file, monkeypatch):
        terminal = StringIO()
        terminal.isatty = lambda: True
        monkeypatch.setattr(sys, "stderr", terminal)
        run(*(file(f"# T{n}\n\na", f"{n}.md") for n in range(3)))
        assert terminal.getvalue() == ""
        run(*(file(f"# T{n}\n\na", f"{n}.md") for n in range(10)))
        assert "10/10" in terminal.getvalue()
