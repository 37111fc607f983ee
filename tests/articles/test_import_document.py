"""manage.py import_document: what it makes, what it leaves alone, and what it says."""

import sys
from io import StringIO

import pytest
import reversion
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from reversion.models import Version

from articles.importing.drafts import Draft
from articles.importing.making import carry_out
from articles.importing.placing import plan
from articles.importing.refusal import DocumentError
from articles.models import Article, Edition, Series, SlugRecord
from tests import cast

pytestmark = pytest.mark.django_db

SLUGS = [
    "why-chips-matter",
    "huaweis-orders-who-fills-them",
    "what-does-smic-make",
    "the-machines",
    "and-now",
]
HEADINGS = [
    "Why Chips Matter",
    "Huawei's Orders: Who Fills Them?",
    "What Does SMIC Make?",
    "The Machines",
    "And Now?",
]
LONG = (
    "Isn't it odd? A phone's processor is drawn in one city, cut in another and tested in a third, "
    "and yet it's sold under a single name. That's the trade: nobody makes a chip alone! "
)
OPENING = "Let's look at two firms, and at what they want from each other."
DOCUMENT = "\n".join(
    ["Two Firms & a Chip: The Story", OPENING, *(f"{heading}\n{heading} {LONG * 5}" for heading in HEADINGS)]
)


@pytest.fixture
def file(tmp_path):
    def write(text: str = DOCUMENT, name: str = "two-firms.txt") -> str:
        path = tmp_path / name
        path.write_text(text)
        return str(path)

    return write


def run(*args: str, **options) -> str:
    out = StringIO()
    call_command("import_document", *args, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def titles() -> list[str]:
    return list(Article.objects.order_by("pk").values_list("title", flat=True))


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


class TestErrors:
    def test_of_one_file_are_the_answer(self, tmp_path):
        with pytest.raises(CommandError, match=r"none\.txt: There is no such file\."):
            run(str(tmp_path / "none.txt"))

    @pytest.mark.parametrize(("name", "words"), [("", "folder"), ("none", "no such file")])
    def test_say_what_is_there_before_what_it_is_called(self, tmp_path, name, words):
        with pytest.raises(CommandError, match=words):
            run(str(tmp_path / name))

    def test_of_some_files_do_not_lose_the_others(self, file, tmp_path):
        bad = file("# T\n\n![x](http://a.example/b.png)", "bad.md")
        with pytest.raises(CommandError) as error:
            run(file("# A\n\na", "a.md"), bad, str(tmp_path / "none.txt"), file("# B\n\nb", "b.md"))
        first, *reasons = str(error.value).split("\n")
        assert first == "2 of 4 files were not imported."
        assert ["Images of other sites" in reasons[0], "no such file" in reasons[1]] == [True, True]
        assert titles() == ["A", "B"]

    def test_in_one_part_leave_nothing_of_the_series(self, file):
        with pytest.raises(CommandError, match="Part 2"):
            run(file("# T\n\n## A\n\na\n\n## B\n\n![x](http://a.example/b.png)", "a.md"), "--series")
        assert not Article.objects.exists()
        assert not Series.objects.exists()

    def test_of_the_record_leave_nothing_of_the_series(self, file, monkeypatch):
        def refuse(article):
            if article.part == 3:
                raise ValidationError("No third part.")

        monkeypatch.setattr(Article, "clean", refuse)
        with pytest.raises(CommandError, match="No third part"):
            run(file(), "--series")
        assert not Article.objects.exists()
        assert not Series.objects.exists()

    def test_in_replacing_leave_nothing_of_what_was_made_with_it(self, file, monkeypatch):
        def refuse(article):
            if article.pk:
                raise ValidationError("Not this one.")

        run(file("# T\n\n## A\n\nOne.", "a.md"), "--series")
        monkeypatch.setattr(Article, "clean", refuse)
        with pytest.raises(CommandError, match="Not this one"):
            run(file("# T\n\n## A\n\nTwo.\n\n## New\n\nThree.", "a.md"), "--series", "--replace")
        assert list(Article.objects.values_list("title", "body", "version")) == [("A", "One.\n", 1)]

    def test_of_an_unknown_format_name_the_formats(self, file):
        with pytest.raises(CommandError, match="'txt', 'md', 'html', 'docx'"):
            run(file(), "--format=pdf")


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
