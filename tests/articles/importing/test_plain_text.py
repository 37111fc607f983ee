"""Plain text: where its title, headings and paragraphs are, and that every character of it means itself."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles import markdown
from articles.importing.drafts import drafts_of
from articles.importing.formats import document_of
from articles.importing.outline import Document

LONG = "Here is a paragraph that goes on for rather longer than any heading would, and then it ends."
HAN = "这是一个段落，它比标题长得多，说了许多关于芯片的事情，也说了许多别的事情，然后它在这里结束了。"
WRAPPED = """\
It was decided long before anybody wrote it down that the two firms
would go on together. Who decided it is another matter, and the minutes
of the meeting, if there was one, have not been found.
"""


def read(text: str) -> Document:
    return document_of(text, "txt", name="field-notes")


def headings(text: str) -> list[str]:
    return [section.title for section in read(text).sections]


def seen(body: str) -> list[str]:
    return [block.text for block in markdown.render(body).blocks]


class TestTitle:
    @pytest.mark.parametrize(
        "title",
        [
            "Two Firms",
            "What next?",
            "Chips: a primer",
            "Chips & C #",
            "It ends.",
            "# 1. [Not] a *mark*",
            "芯片",
        ],
    )
    def test_is_the_first_line(self, title):
        document = read(f"\n  {title}\n{LONG}\n")
        assert (document.title, seen(document.introduction)) == (title, [LONG])

    def test_may_be_underlined(self):
        assert read(f"Two Firms\n=========\n\n{LONG}").title == "Two Firms"

    @pytest.mark.parametrize("text", ["Endless " * 30 + "words.", WRAPPED], ids=["too long", "wrapped"])
    def test_is_the_name_of_the_file_when_the_text_begins_with_a_paragraph(self, text):
        document = read(text)
        assert (document.title, seen(document.introduction)) == ("Field notes", [" ".join(text.split())])
        assert "name of the file" in document.remarks[0]


class TestHeading:
    @pytest.mark.parametrize(
        "line",
        [
            "Background",
            "What does it need?",
            "SMIC's role: the muscle",
            "1. Introduction",
            "Results:",
            "“Quoted” words",
            "第一章 开端",
        ],
    )
    @pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["lines", "blank lines"])
    def test_is_a_short_line_above_a_longer_paragraph(self, line, gap):
        assert headings(gap.join(["Title", LONG, line, LONG])) == [line]

    @pytest.mark.parametrize(
        "line",
        [
            "It ended.",
            "He said “no.”",
            "Help!",
            "它结束了。",
            "And so on…",
            "This is how they put it then:",
            "- the last of a list",
            "• the last of a list",
            "By Wen Li",
            "* * *",
            "A line that ends no sentence but is much too long to be the heading of any part of a text",
        ],
    )
    def test_is_no_line_that_reads_otherwise(self, line):
        assert headings(f"Title\n\n{LONG}\n\n{line}\n\n{LONG} {LONG}") == []

    def test_stands_above_something_longer(self):
        assert headings(f"Title\n{LONG}\nWhat is an interposer?\nA layer.\n") == []

    def test_is_not_the_last_of_several_short_lines(self):
        assert headings(f"Title\n{LONG}\nApples\nPears\nQuinces\n{LONG}") == []

    def test_is_none_in_a_text_of_headings_alone(self):
        document = read("Title\nOne\nTwo\nThree")
        assert (document.sections, seen(document.introduction)) == ((), ["One", "Two", "Three"])

    def test_is_any_line_that_is_underlined(self):
        assert headings(f"Title\n\nOne\n---\nShort.\n\nTwo\n~~~\n{LONG}") == ["One", "Two"]

    def test_is_told_from_han_paragraphs(self):
        assert headings(f"标题\n{HAN}\n制造\n{HAN}\n展望？\n{HAN}") == ["制造", "展望？"]


class TestParagraphs:
    def test_are_lines_where_nothing_is_wrapped(self):
        assert seen(read(f"Title\n{LONG}\n{LONG * 2}\n{LONG}").introduction) == [LONG, LONG * 2, LONG]

    def test_that_are_wrapped_become_one_line(self):
        document = read(f"Title\n\n{WRAPPED}\n{WRAPPED}\nHeading\n{WRAPPED}")
        whole = " ".join(WRAPPED.split())
        assert seen(document.introduction) == [whole, whole]
        assert [(s.title, seen(s.body)) for s in document.sections] == [("Heading", [whole])]

    def test_that_are_wrapped_end_before_an_item_of_a_list(self):
        item = "- an item that goes on until the margin is reached and then some\n  more words.\n"
        text = f"Title\n\n{WRAPPED}\n{item}{item}\n{WRAPPED}"
        assert seen(read(text).introduction)[1:3] == [" ".join(item.split())] * 2

    def test_of_han_are_joined_without_a_space(self):
        line = "这是一行已经折行的文字它没有在这里结束而是继续到下一行去了所"
        assert seen(read(f"标题\n\n{line}\n{line}\n{line}。").introduction) == [line * 3 + "。"]

    def test_that_each_end_with_their_line_stay_apart(self):
        line = "This line of text is a sentence of a good length and it ends here."
        assert seen(read("Title\n" + f"{line}\n" * 3).introduction) == [line] * 3

    def test_keep_a_word_that_a_line_divides_at_its_hyphen(self):
        text = "Title\n\nOn a line that is long enough the words were divided at a well-\nknown place."
        assert seen(read(text).introduction)[0].endswith("well-known place.")


MEANS_ITSELF = [
    "# not a heading", "#", "## x ##", "1. not an item", "2) x", "1986. A year.", "12345.", "- x", "-", "+ x", "* x", "*x*", "**x**",
    "_x_", "__init__", "a_b_c", "snake_case_", "[x](http://a.example)", "[x]: http://a.example", "[[Huawei]]",
    "[[Huawei|them]]", "x[^1]", "[^1]: note", "![x](y)", "<http://a.example>", "<b>x</b>", "<!-- x -->", "`x`", "```", "~~~",
    "> x", ">", "| a | b |", "a | b", "--- | ---", ":--", "---", "***", "___", "===", "- - -", "&amp;", "&#35;", "&", "AT&T;", "AT&T",
    "\\", "\\*", "x\\", "C:\\dir", "a  b", "Hello!", "it's (so) 100% “fine” – {x} $y$ ^z^ ~~w~~ @v",
]  # fmt: skip


class TestCharacters:
    @pytest.mark.parametrize("text", MEANS_ITSELF)
    def test_mean_themselves(self, text):
        document = read(f"Title\n\n{LONG}\n\n{text}")
        assert seen(document.introduction) == [LONG, text]
        assert {block.kind for block in markdown.render(document.introduction).blocks} == {"paragraph"}

    @pytest.mark.parametrize("text", MEANS_ITSELF)
    def test_mean_themselves_in_titles(self, text):
        assert read(f"{text}\n\n{LONG}").title == " ".join(text.split())

    def test_that_could_begin_a_table_are_escaped_before_an_editor_adds_a_line(self):
        assert read(f"Title\n\n{LONG}\n\n| a | b |").introduction.endswith("\n\n\\| a | b |")

    def test_are_left_as_they_are_where_they_are_plain(self):
        text = "It's the AT&T (or SMIC) plan: 7-nm, 5.5 % - perhaps more! snake_case #1."
        assert read(f"Title\n{text}\n").introduction == text


paragraph = (
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn"), exclude_characters="\ufeff"))
    | st.text(st.sampled_from("ab1 #*_[]()<>`~|!\\&;.:-+=^\"'"), max_size=30)
    | st.lists(st.sampled_from(MEANS_ITSELF), max_size=4).map(" ".join)
).map(str.strip)


class TestAnyText:
    @settings(max_examples=200, deadline=None)
    @given(st.lists(paragraph.filter(bool), min_size=1, max_size=6))
    @example(["Heading", LONG])
    @example(["a", "a | b", "--- | ---"])
    def test_of_paragraphs_reads_as_it_was_given(self, paragraphs):
        (draft,) = drafts_of(read("\n\n".join(["Title", *paragraphs])), series=False)
        assert seen(draft.body) == paragraphs
