import pytest

from articles.markdown import MarkdownError, render
from tests.articles.markdown.audit import whole
from tests.articles.markdown.rendered import html_of


class TestNotes:
    def test_are_numbered_by_first_use(self):
        document = render("one[^b] two[^a] three[^b]\n\n[^a]: A.\n[^b]: B.\n")
        assert [(n.number, n.label, n.html, n.text, n.references) for n in document.notes] == [
            (1, "b", "<p>B.</p>", "B.", ("ref-1", "ref-1-2")),
            (2, "a", "<p>A.</p>", "A.", ("ref-2",)),
        ]
        assert [block.text for block in document.blocks] == ["one two three"]

    def test_are_marked_in_the_text(self):
        assert html_of("a[^x] b[^x]\n\n[^x]: y") == (
            '<p>a<sup class="ref"><a href="#note-1" id="ref-1">1</a></sup>'
            ' b<sup class="ref"><a href="#note-1" id="ref-1-2">1</a></sup></p>'
        )

    def test_cite_a_source_where_the_label_has_no_definition(self):
        [note] = render("a[^techinsights-mate-60]").notes
        assert (note.label, note.html, note.text) == ("techinsights-mate-60", "", "")

    def test_stand_side_by_side(self):
        assert [note.label for note in render("a[^x-1][^y_2]").notes] == ["x-1", "y_2"]

    def test_are_dropped_where_nothing_refers_to_them(self):
        document = render("a\n\n[^x]: words\n\nb")
        assert document.notes == ()
        assert [block.text for block in document.blocks] == ["a", "b"]

    def test_do_not_nest(self):
        [note] = render("a[^x]\n\n[^x]: words[^y] [^x]").notes
        assert note.text == "words[^y] [^x]"

    def test_may_have_several_blocks(self):
        [note] = render("a[^x]\n\n[^x]: one\n\n    - two\n").notes
        assert note.html == "<p>one</p><ul><li><p>two</p></li></ul>"
        assert note.text == "one\ntwo"

    @pytest.mark.parametrize(
        "source",
        ["a[^x y]", "a[^]", "a[^x", "a[^<b>]", "a`[^x]`", "[a [^x]](/b)", f"a[^{'x' * 101}]", "a\\[^x]"],
    )
    def test_are_not_found_in(self, source):
        document = render(source)
        assert document.notes == ()
        assert "sup" not in whole(document)

    def test_are_found_in_headings_quotations_and_tables(self):
        assert len(render("# a[^a]\n\n> b[^b]\n\n|c[^c]|\n|-|\n").notes) == 3

    def test_are_not_counted_in_the_description_of_an_image(self):
        assert render("![a[^x]](/b.png)").notes == ()

    def test_written_twice_are_refused(self):
        with pytest.raises(MarkdownError, match="“x” is written twice"):
            render("a[^x]\n\n[^x]: y\n\n[^x]: z\n")

    def test_without_words_are_refused(self):
        with pytest.raises(MarkdownError, match="“x” has no words"):
            render("a[^x]\n\n[^x]: \n")
