"""HTML to Markdown: each kind of block and style, careless markup, and that no word is lost or added."""

import html as html_module
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles import markdown
from articles.importing import html_text
from articles.importing.drafts import drafts_of
from articles.importing.formats import document_of
from articles.importing.refusal import DocumentError


def convert(html: str) -> str:
    return html_text.read(html).markdown.rstrip("\n")


def seen(html: str) -> list[str]:
    return [block.text for block in markdown.render(convert(html)).blocks]


BLOCKS = [
    ("<h2>A</h2><p>One.</p><h3>B #</h3>", "## A\n\nOne.\n\n### B \\#"),
    ("<p>One\n two.</p>\n<p> Three.", "One two.\n\nThree."),
    ("<div>One<div>Two</div>three</div>", "One\n\nTwo\n\nthree"),
    ("one<br>two<br><br>three<br>", "one\\\ntwo\n\nthree"),
    ("<ul><li>a<li>b</ul>", "- a\n- b"),
    ("<ol start=3><li>a</li><li>b</li></ol>", "3. a\n4. b"),
    ("<ol start=x><li>a</ol>", "1. a"),
    ("<ul><li>a<ol><li>b</ol><li><p>c<p>d</ul>", "- a\n\n  1. b\n\n- c\n\n  d"),
    ("<ul><li>a</li><ul><li>b</ul></ul>", "- a\n\n  - b"),
    ("<ul><li></li></ul><p></p><h2> </h2><blockquote></blockquote><pre> </pre>", ""),
    ("<blockquote><p>a<p>b</blockquote>", "> a\n>\n> b"),
    ("<pre>\n  def x():\n    `y`\n</pre>", "```\n  def x():\n    `y`\n```"),
    ("<pre>a<br>```</pre>", "````\na\n```\n````"),
    ("<ul><li><hr></ul>", "- ***"),
    ("<table><col><tr><th>A<th>B|C<tr><td>1<br>x<td><code>2|3</code></table>", "| A | B\\|C |\n| --- | --- |\n| 1 x | `2\\|3` |"),
    ("<table>a<tr><td>b<td>c<tr><td>d<td>e</table>", "a\n\nb\n\nc\n\nd\n\ne"),
    (
        "<table><caption>C</caption><thead><tr><td>A<td>B<tbody><tr><td>1<td></table>",
        "C\n\n| A | B |\n| --- | --- |\n| 1 |  |",
    ),
    ("<table><tr><td>a<td><ul><li>b</ul><tr><td>c<td>d</table>", "a\n\n- b\n\nc\n\nd"),
    ("<table><tr><td colspan=2>a<tr><td>b<td>c</table>", "a\n\nb\n\nc"),
    ("<dl><dt>a<dd>b</dl><figure><figcaption>c</figcaption></figure>", "a\n\nb\n\nc"),
    ("<b><p>a</p></b><span><div>b</div></span>", "a\n\nb"),
    ("<h2><a href=http://a.example><div>A</div></a></h2>", "## [A](http://a.example)"),
]  # fmt: skip
WORDS = [
    ("a <em>b</em> <i>c</i> <strong>d</strong> <b>e</b>", "a *b* *c* **d** **e**"),
    ("a<b> b </b>c", "a **b** c"),
    ("<b><i>a</i></b> <em>b</em><em>c</em>", "***a*** *bc*"),
    ("<b> </b>a<b></b>", "a"),
    ("a <code>b`c</code> <kbd>``</kbd> <code> </code>", "a ``b`c`` ``` `` ```"),
    ("<a href='https://a.example/b_(c)?d=1&amp;copy;=2'>e [f]</a>", "[e \\[f\\]](https://a.example/b_%28c%29?d=1&copy;=2)"),
    ("wow!<a href=mailto:a@b.example>c</a>", "wow\\![c](mailto:a@b.example)"),
    ("<a href='javascript:x'>a</a> <a href=/b>b</a> <a href='http://c d'>c</a> <a>d</a>", "a b c d"),
    ("a<sup><a href=#n1>1</a></sup> b <a href=#top>¶</a>x<sup>2</sup>", "a b x2"),
    ("<q>a</q> &amp;amp; &lt;b&gt; &copy; 1 &lt; 2", "“a” \\&amp; \\<b> © 1 \\< 2"),
    ("1. a", "1\\. a"),
    ("<code>a <br> b</code> <br>c", "`a`\\\n`b`\\\nc"),
    ("a | b<br>--- | ---<br>c<br>:-: | -", "a | b\\\n\\--- | ---\\\nc\\\n\\:-: | -"),
    ("a<br>- b<br># c", "a\\\n\\- b\\\n\\# c"),
    ("*a* _b_ [c](d) `e` [[f]] ![g](h)", "\\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` \\[\\[f\\]\\] !\\[g\\](h)"),
    ("<b>这是：</b>继续", "这是：继续"),
    ("<b>这是：</b>继续<a href=http://a.example>b</a>", "这是：继续[b](http://a.example)"),
    ("a<script>b</script><style>c</style><button>d</button><!-- e --><svg><text>f</text></svg>g", "ag"),
    ("<nav><ul><li>a</ul></nav>b<noscript>c</noscript><template>d</template>", "b"),
    ("a<img src=b alt=c>d", "ad"),
]  # fmt: skip


class TestBlocks:
    @pytest.mark.parametrize(("html", "expected"), BLOCKS)
    def test_become_markdown(self, html, expected):
        assert convert(html) == expected

    def test_that_are_not_ended_are_ended_where_a_browser_would(self):
        assert convert("<h2>a<p>b<ul><li>c<p>d</h3><h2>e</h3>f") == "## a\n\nb\n\n- c\n\n  d\n\n  ## e\n\n  f"

    def test_are_read_by_the_renderer_as_what_they_were(self):
        kinds = [block.kind for html, _ in BLOCKS for block in markdown.render(convert(html)).blocks]
        assert set(kinds) == {"heading", "paragraph", "list_item", "quotation", "code", "table"}


class TestWords:
    @pytest.mark.parametrize(("html", "expected"), WORDS)
    def test_become_markdown(self, html, expected):
        expected = expected.replace("d=1&copy;", "d=1\\&copy;")
        assert convert(html) == expected


class TestPage:
    def test_is_titled_by_its_first_heading_of_the_first_level(self):
        page = "<head><title>Site</title><body><header><h1>A <i>b</i></h1></header><main>c<h2>d</h2>e"
        document = document_of(page, "html", name="file")
        assert (document.title, document.introduction) == ("A b", "c")
        assert [(section.title, section.body) for section in document.sections] == [("d", "e")]

    def test_is_titled_by_its_head_when_it_has_no_such_heading(self):
        page = "<!doctype html><html><head>\n<title> A &amp;\n b </title><meta charset=utf-8></head><p>c"
        document = document_of(page, "html", name="file")
        assert (document.title, document.introduction, document.remarks) == ("A & b", "c", ())

    def test_says_how_many_images_were_left_out(self):
        assert html_text.read("<img src=a><p><img src=b>").remarks == (
            "Images left out: 2. Upload them in the admin.",
        )

    def test_written_as_xhtml_is_read_too(self):
        assert (
            convert('<?xml version="1.0"?><p>a<br/>b<a name="x"/> c<script src="y"/></p><p>d</p>')
            == "a\\\nb c\n\nd"
        )


class TestRefusal:
    @pytest.mark.parametrize(
        ("html", "words"),
        [
            ("<div>" * 200, "nested more than 100 deep"),
            ("<svg>" * 200, "nested more than 100 deep"),
            ("a<button>b", "<button> without an end"),
            ("a<!-- b", "comment without an end"),
            ("<![odd[x", "cannot be read"),
            ("<ul><li>" * 30 + "a", "nested too deeply"),
            ("<script>a</script>", "no text under it"),
        ],
    )
    def test_says_what_is_wrong(self, html, words):
        with pytest.raises(DocumentError, match=words):
            drafts_of(document_of(html, "html", name="file"), series=False)


TAGS = """<p></p><ul></ul><ol></ol><li></li><b></b><a></a><br><hr><pre></pre><h2></h2><h3></h3><div></div>
<table></table><tr></tr><td></td><th></th><caption></caption><blockquote></blockquote>"""
words = st.text(st.sampled_from("ab 1.-*_`[]()!\\<&#|>~:。：华"), max_size=8).map(
    html_module.escape
) | st.just("<br>")
styled = st.recursive(
    words,
    lambda inner: (
        st.lists(inner, max_size=4).map("".join)
        | st.tuples(st.sampled_from(["b", "i", "code", "span", 'a href="http://a.example"']), inner).map(
            lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split()[0]}>"
        )
    ),
    max_leaves=8,
)


class TestAnyHtml:
    @settings(max_examples=200, deadline=None)
    @given(st.lists(styled, max_size=4))
    def test_keeps_the_words_of_its_paragraphs(self, paragraphs):
        plain = [
            "".join(html_module.unescape(strip_tags(p.replace("<br>", " ")))).split() for p in paragraphs
        ]
        shown = seen("".join(f"<p>{p}</p>" for p in paragraphs))
        assert " ".join(shown).split() == [word for words in plain for word in words]

    @settings(max_examples=200, deadline=None)
    @given(st.lists(st.sampled_from(["a", *re.findall("<.*?>", TAGS)]), max_size=30))
    @example(["<table>", "a", "<tr>", "<td>", "a", "<td>", "a", "<tr>", "<td>", "<td>", "</table>"])
    def test_keeps_every_letter_however_it_is_nested(self, pieces):
        shown = "".join(seen("".join(pieces)))
        assert shown.count("a") == pieces.count("a")


def strip_tags(html: str) -> str:
    inside = False
    kept = ""
    for letter in html:
        inside = (inside or letter == "<") and letter != ">"
        kept += letter if not inside and letter != ">" else ""
    return kept
