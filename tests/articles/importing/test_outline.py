"""Markdown divided at its headings, and what becomes of it as one manuscript or as a series."""

import pytest

from articles import markdown
from articles.importing.drafts import drafts_of
from articles.importing.formats import document_of
from articles.importing.outline import Document
from articles.importing.refusal import DocumentError


def read(text: str) -> Document:
    return document_of(text, "md", name="file-name")


def shape(text: str) -> tuple[str, str, list[tuple[str, str]]]:
    document = read(text)
    return document.title, document.introduction, [(s.title, s.body) for s in document.sections]


def whole(text: str) -> str:
    return drafts_of(read(text), series=False)[0].body


def parts(text: str) -> list[tuple[int | None, str, str]]:
    return [(draft.part, draft.title, draft.body) for draft in drafts_of(read(text), series=True)]


class TestOutline:
    @pytest.mark.parametrize(
        "text",
        [
            "# T\n\nIntro.\n\n## A\n\nOne.\n\n## B\n\nTwo.\n",
            "# T #\nIntro.\n## A ##\nOne.\n## B\nTwo.",
            "T\n=\n\nIntro.\n\nA\n---\n\nOne.\n\nB\n---\nTwo.",
            "# T\n\nIntro.\n\n# A\n\nOne.\n\n# B\n\nTwo.",
            "# T\n\nIntro.\n\n### A\n\nOne.\n\n### B\n\nTwo.",
            "## T\n\nIntro.\n\n### A\n\nOne.\n\n### B\n\nTwo.",
            "\n\n# T\n\n\nIntro.\n\n\n## A\n\n\nOne.\n\n## B\n\nTwo.\n\n\n",
        ],
    )
    def test_has_a_title_an_introduction_and_sections(self, text):
        assert shape(text) == ("T", "Intro.", [("A", "One."), ("B", "Two.")])

    def test_takes_a_heading_of_the_first_level_after_sections_for_one_more(self):
        assert shape("# T\n\n## A\n\nOne.\n\n# B\n\nTwo.") == ("T", "", [("A", "One."), ("B", "Two.")])

    def test_leaves_what_is_no_heading_where_it_is(self):
        text = "```\n# a\n```\n\n> ## b\n\n- ## c\n\n    ## d"
        assert shape(f"# T\n\n{text}\n") == ("T", text, [])

    def test_reads_titles_as_readers_see_them(self):
        title, _, sections = shape("# *T* & `u`\n\n## [A](http://a.example)[^x] \\# [[B|c]]\n\nOne.")
        assert read("# \u202eHua\u200bwei\n\nText.").title == "Huawei"
        assert (title, sections) == ("T & u", [("A # c", "One.")])

    @pytest.mark.parametrize("text", ["Intro.\n\n## A\n\nOne.", "## A\n\nOne.\n\n## B\n\nTwo."])
    def test_takes_the_title_from_the_name_of_the_file_when_no_heading_can_be_it(self, text):
        assert read(text).title == "File name"

    def test_is_refused_without_any_title(self):
        with pytest.raises(DocumentError, match="no title"):
            document_of("Intro.", "md", name="--")

    def test_has_sections_without_words(self):
        assert shape("# T\n\n## A\n\n## B\n") == ("T", "", [("A", ""), ("B", "")])


class TestOneManuscript:
    def test_has_its_words_unchanged(self):
        body = "Intro *em*[^a] [[Huawei]].\n\n## A\n\n- one\n- two\n\n### B\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n[^a]: Note."
        assert whole(f"# T\n\n{body}\n") == body + "\n"

    def test_has_sections_at_the_second_level_and_what_is_in_them_below(self):
        text = "# T\n\n### A\n\nOne.\n\n#### B\n\nTwo.\n\nC\n===\n\nThree."
        assert whole(text) == "## A\n\nOne.\n\n### B\n\nTwo.\n\n## C\n\nThree.\n"

    def test_keeps_the_number_sign_of_a_heading_that_ends_with_it(self):
        assert read(whole("# T\n\nC #\n---\n\nOne.")).title == "C #"


class TestSeries:
    def test_has_its_introduction_before_its_parts(self):
        assert parts("# T\n\nIntro.\n\n## A\n\nOne.\n\n## B\n\nTwo.\n") == [
            (0, "Introduction", "Intro.\n"),
            (1, "A", "One.\n"),
            (2, "B", "Two.\n"),
        ]

    def test_has_no_part_for_an_introduction_that_is_not_there(self):
        assert [part for part, _, _ in parts("# T\n\n## A\n\nOne.\n")] == [1]

    def test_has_headings_from_the_second_level_in_each_part(self):
        assert parts("# T\n\n## A\n\n### B\n\n#### C\n\nOne.") == [(1, "A", "## B\n\n### C\n\nOne.\n")]

    def test_gives_each_part_the_notes_and_addresses_that_it_uses(self):
        text = "# T\n\n## A\n\nOne[^a].\n\n## B\n\nTwo[^c].\n\n[^a]: Note a with [B][].\n    More.\n[^c]: Note c.\n\n[b]: http://b.example"
        one, two = (body for _, _, body in parts(text))
        assert [note.text for note in markdown.render(one).notes] == ["Note a with B. More."]
        assert one.count("http://b.example") == 1
        assert [(note.label, note.text) for note in markdown.render(two).notes] == [("c", "Note c.")]
        assert "b.example" not in two

    def test_leaves_citations_of_sources_as_they_are(self):
        assert parts("# T\n\n## A\n\nOne.[^annual-report]") == [(1, "A", "One.[^annual-report]\n")]


class TestRefusal:
    @pytest.mark.parametrize(
        ("text", "series", "words"),
        [
            ("# T\n", False, "no text under it"),
            ("# T\n\nIntro.\n", True, "as one article"),
            ("# T\n\n" + "## A\n\n" * 501, True, "more than 500 sections"),
            ("# " + "T" * 201 + "\n\nIntro.", False, "201 characters"),
            ("# T\n\n## " + "A" * 201 + "\n\nOne.", True, "201 characters"),
            ("# T\n\n## [^x]\n\nOne.", True, "no words"),
            ("# T\n\n![a](http://a.example/b.png)", False, "Images of other sites"),
            ("# T\n\n## ![a](http://a.example/b.png)\n\nOne.", True, "Images of other sites"),
            ("# ![a](http://a.example/b.png)\n\nOne.", False, "Images of other sites"),
            ("# T\n\n## A\n\n" + "> " * 30 + "x", True, "Part 1, “A”: Lists and quotations are nested"),
            ("# T\n\nA[^a].\n\n[^a]:", False, "has no words"),
            ("# T\n\nA[^a]\n\n[^a]: b\n\n[^a]: c", False, "written twice"),
        ],
    )
    def test_says_what_the_editor_would_be_told_on_publishing(self, text, series, words):
        with pytest.raises(DocumentError, match=words):
            drafts_of(read(text), series=series)
