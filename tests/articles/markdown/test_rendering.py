import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.markdown import MarkdownError, render
from articles.markup import sanitise, visible_text
from tests.articles.markdown.audit import attempt, audit, whole
from tests.articles.markdown.rendered import blocks, html_of

SNIPPETS = [
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "[",
    "]",
    "(",
    ")",
    "![",
    "[[",
    "]]",
    "|",
    "[^a]",
    "[^a]: ",
    "<",
    ">",
    "> ",
    "- ",
    "1. ",
    "    ",
]
SNIPPETS += [
    "\n",
    "\n\n",
    "# ",
    "---\n",
    "|-|-|\n",
    "<https://a.b>",
    "[b]: /c\n",
    "&amp;",
    "\u00a0",
    "&#x3c;",
    "\\",
    "Huawei",
    "华为",
    "e\u0301",
    "javascript:",
    '"',
]
SNIPPETS += [
    "<script>",
    "onclick=",
    "](/x)",
    "](https://a.b 'c')",
    "- [[a]]\n",
    "  - ",
    "***",
    "\t",
    "=\n",
    "!",
    ":",
    "a",
]
sources = st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=4), max_size=30).map("".join)


class TestBlocks:
    def test_are_cut_from_the_text(self):
        source = (
            "# A\n\none\ntwo\n\n- x\n- y\n\n> q\n\n```py\nz\n```\n\n|a|b|\n|-|-|\n|c|d|\n\n![alt](/a.png)\n"
        )
        assert blocks(source) == [
            ("heading", "A"),
            ("paragraph", "one two"),
            ("list_item", "x"),
            ("list_item", "y"),
            ("quotation", "q"),
            ("code", "z"),
            ("table", "a\tb\t\nc\td"),
            ("image", ""),
        ]

    @pytest.mark.parametrize(
        ("source", "level"), [("# a", 2), ("## a", 2), ("### a", 3), ("###### a", 6), ("a\n=", 2), ("a", 0)]
    )
    def test_leave_the_first_level_to_the_title(self, source, level):
        [block] = render(source).blocks
        assert block.level == level
        assert block.html == (f"<h{level}>a</h{level}>" if level else "<p>a</p>")

    @pytest.mark.parametrize(
        ("source", "parts"),
        [
            ("- a\n- b", [("<ul><li>", "<p>a</p>", "</li>"), ("<li>", "<p>b</p>", "</li></ul>")]),
            ("3. a", [('<ol start="3"><li>', "<p>a</p>", "</li></ol>")]),
            ("> a\n>\n> b", [("<blockquote>", "<p>a</p>", ""), ("", "<p>b</p>", "</blockquote>")]),
            ("a\n\n---\n\nb", [("", "<p>a</p>", ""), ("<hr>", "<p>b</p>", "")]),
            ("a\n\n---", [("", "<p>a</p>", "<hr>")]),
            ("-\n- a\n-", [("<ul><li></li><li>", "<p>a</p>", "</li><li></li></ul>")]),
            (
                "- a\n- -\n  - b",
                [
                    ("<ul><li>", "<p>a</p>", "</li>"),
                    ("<li><ul><li></li><li>", "<p>b</p>", "</li></ul></li></ul>"),
                ],
            ),
            ("> a\n> ***\n\nb", [("<blockquote>", "<p>a</p>", "<hr></blockquote>"), ("", "<p>b</p>", "")]),
            (
                "- a\n  - b\n\nc",
                [
                    ("<ul><li>", "<p>a</p>", ""),
                    ("<ul><li>", "<p>b</p>", "</li></ul></li></ul>"),
                    ("", "<p>c</p>", ""),
                ],
            ),
        ],
    )
    def test_carry_their_containers(self, source, parts):
        assert [(block.before, block.html, block.after) for block in render(source).blocks] == parts

    @pytest.mark.parametrize(
        ("source", "kind"),
        [
            ("> - a", "quotation"),
            ("- > a", "quotation"),
            ("- # a", "heading"),
            ("- ```\n  a\n  ```", "code"),
            ("- ![a](/b)", "image"),
            ("[![a](/b)](/c)", "image"),
            ("![a](/b) c", "paragraph"),
        ],
    )
    def test_know_their_kind(self, source, kind):
        assert [block.kind for block in render(source).blocks] == [kind]

    def test_are_none_where_nothing_can_be_read(self):
        assert render("") == render("---\n\n- \n\n[a]: /b\n") == render(" \n\n")

    def test_read_the_same_wherever_their_lines_break(self):
        assert render("one *two*\nthree\n  four") == render("one *two* three four")

    def test_keep_a_break_that_was_asked_for(self):
        assert html_of("a  \nb\\\nc") == "<p>a<br>b<br>c</p>"

    def test_align_table_cells_by_class(self):
        assert (
            '<th class="left">a</th><th class="center">b</th><th class="right">c</th><th>d</th>'
            in html_of("a|b|c|d\n:-|:-:|-:|-\n")
        )

    @given(sources)
    @settings(max_examples=200, deadline=None)
    def test_join_to_a_well_formed_document_of_allowed_tags(self, source):
        document = attempt(source)
        if document:
            audit(whole(document))
            for block in document.blocks:
                audit(block.html)
                assert re.match(r"<(p|h[2-6]|pre|table)>", block.html)
                assert block.html == sanitise(block.html)
                assert block.text == visible_text(block.html)
                assert re.fullmatch(
                    r'(</?(ul|li|blockquote|ol)>|<ol start="\d+">|<hr>)*', block.before + block.after
                )
            for note in document.notes:
                audit(note.html)

    @given(sources)
    @settings(deadline=None)
    def test_are_the_same_each_time(self, source):
        assert attempt(source) == attempt(source)


class TestImages:
    @pytest.mark.parametrize("address", ["/media/a.png", "a.png", "../a.png"])
    def test_of_this_site_are_shown(self, address):
        assert html_of(f'![b *c*]({address} "d")') == f'<p><img src="{address}" alt="b c" title="d"></p>'

    @pytest.mark.parametrize(
        "source", ["![](/a.png)", "![ ](/a.png)", '![](/a.png "A title")', "![&nbsp;](/a.png)"]
    )
    def test_that_nobody_described_are_refused(self, source):
        with pytest.raises(MarkdownError, match="has no description"):
            render(source)

    def test_that_are_said_to_be_decorative_have_an_empty_description(self):
        assert html_of('![](/a.png "decorative")') == '<p><img src="/a.png" alt=""></p>'

    @pytest.mark.parametrize(
        "address",
        ["https://example.com/a.png", "http://a.b/c.png", "//a.b/c.png", "mailto:a@b.c", "HTTPS://a.b/c.png"],
    )
    def test_of_other_sites_are_refused(self, address):
        with pytest.raises(MarkdownError, match="Images of other sites"):
            render(f"a ![b]({address})")

    @pytest.mark.parametrize(
        "address", ["/\\a.b/c.png", "\\\\a.b/c.png", "</\t/a.b/c.png>", "<\t//a.b/c.png>", "/&Tab;/a.b/c"]
    )
    def test_of_other_sites_are_not_reached_by_a_trick(self, address):
        document = attempt(f"![b]({address})")
        if document:
            addresses = re.findall(r'src="([^"]*)"', whole(document))
            assert not [
                address for address in addresses if re.match(r"[\x00-\x20]*[/\\][\x00-\x20]*[/\\]", address)
            ]


class TestText:
    @pytest.mark.parametrize("character", ["\0", "\x0b", "\x0c", "\x1b", "\ud800", "\udfff", "\uffff"])
    def test_that_cannot_be_shown_is_refused(self, character):
        with pytest.raises(MarkdownError, match="cannot be shown"):
            render(f"a{character}b")

    def test_that_a_reference_brings_in_is_refused_too(self):
        with pytest.raises(MarkdownError, match=r"U\+000C"):
            render("a&#12;b")

    @pytest.mark.parametrize("accent", ["\u0301", "&#769;", "\u0301\u0323"])
    def test_with_piles_of_accents_is_refused(self, accent):
        with pytest.raises(MarkdownError, match="accents"):
            render("a" + accent * 31)

    def test_of_any_script_is_kept(self):
        text = "华为 ファーウェイ 화웨이 หัวเว่ย हुआवे Z\u0351\u0352algo 👩\u200d💻 \u202b"
        assert html_of(text) == f"<p>{text}</p>"
