import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import markup
from articles.markup import Tag, Text, sanitise, shown, visible_text, walk, with_id

PIECES = [
    "<p>",
    "</p>",
    "<em>",
    "</em>",
    "<br>",
    "<table><tr><td>",
    "</table>",
    '<a href="/x?a=1&amp;b">',
    "</a>",
    "<sup class=ref>",
]
PIECES += [
    "</sup>",
    "&amp;",
    "&lt;",
    "&nbsp;",
    "&#x4e2d;",
    "&",
    "<",
    ">",
    "华为",
    "e\u0301",
    "😀",
    " ",
    "\n",
    "<pre>",
    "</pre>",
    '"',
]
fragments = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=20).map("".join)


class TestWalk:
    def test_tells_tags_from_text(self):
        assert list(walk('<p lang="zh">A &amp; B<br></p>')) == [
            Tag('<p lang="zh">', "p", "open", {"lang": "zh"}),
            Text("A &amp; B", "A & B"),
            Tag("<br>", "br", "void"),
            Tag("</p>", "p", "close"),
        ]

    def test_decodes_attributes(self):
        [tag, _] = walk('<a href="/?a=1&amp;b=2"></a>')
        assert tag.attrs == {"href": "/?a=1&b=2"}

    @given(fragments)
    @settings(deadline=None)
    def test_gives_back_the_html_it_was_given(self, fragment):
        html = sanitise(fragment)
        assert "".join(piece.raw for piece in walk(html)) == html

    @given(fragments)
    @settings(deadline=None)
    def test_closes_what_it_opens(self, fragment):
        open_tags = []
        for piece in walk(sanitise(fragment)):
            if isinstance(piece, Tag) and piece.kind == "open":
                open_tags.append(piece.name)
            elif isinstance(piece, Tag) and piece.kind == "close":
                assert piece.name == open_tags.pop()
        assert open_tags == []


class TestVisibleText:
    @pytest.mark.parametrize(
        ("html", "text"),
        [
            ("<p>AT&amp;T &lt;3&nbsp;x</p>", "AT&T <3\u00a0x"),
            ("<p>one<br>two</p>", "one\ntwo"),
            ('<p>one<sup class="ref"><a href="#note-1" id="ref-1">1</a></sup> two</p>', "one two"),
            ("<p>x<sup>2</sup></p>", "x2"),
            ("<p><em>Hua</em>wei</p>", "Huawei"),
            ("<p>trailing \n</p>", "trailing"),
            ("<p> leading</p>", " leading"),
            ('<p><img src="/a.png" alt="unseen"></p>', ""),
            (
                "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td></td></tr></tbody></table>",
                "a\tb\t\nc",
            ),
            ("<pre><code>if x:\n    y\n</code></pre>", "if x:\n    y"),
        ],
    )
    def test_is_what_a_reader_sees(self, html, text):
        assert visible_text(html) == text

    @given(fragments)
    @settings(deadline=None)
    def test_is_what_the_pieces_show(self, fragment):
        html = sanitise(fragment)
        assert visible_text(html) == "".join(text for _, text in shown(html)).rstrip()

    @given(st.text())
    @settings(deadline=None)
    def test_is_the_text_that_was_escaped(self, text):
        html = sanitise(text.replace("&", "&amp;").replace("<", "&lt;"))
        expected = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
        assert visible_text(html).replace("\ufffd", "") == expected.replace("\ufffd", "").rstrip()


class TestWithId:
    def test_names_the_first_tag(self):
        assert with_id('<p lang="zh">a<em>b</em></p>', "a-1") == '<p id="a-1" lang="zh">a<em>b</em></p>'

    @pytest.mark.parametrize("key", ["", "A", "a b", 'a"', "a>", "é", "a\n"])
    def test_refuses_what_is_not_a_key(self, key):
        with pytest.raises(ValueError, match="not a key"):
            with_id("<p></p>", key)

    def test_refuses_what_does_not_begin_with_a_tag(self):
        with pytest.raises(ValueError, match="begins with its tag"):
            with_id("text <p></p>", "a")


class TestSanitise:
    @pytest.mark.parametrize(
        "html",
        [
            '<p id="a" lang="zh">x</p>',
            '<p><a href="/entities/huawei/" class="entity" title="Huawei" lang="en" id="ref-1">x</a></p>',
            '<p><a href="https://example.com/">x</a><a href="mailto:a@example.com">y</a><a href="#note-1">z</a></p>',
            '<p><a href="//example.com/a">x</a></p>',
            '<p><span data-entity="SMIC" lang="en" class="x">y</span></p>',
            '<p><img src="/a.png" alt="a" title="b" width="1" height="2" loading="lazy"></p>',
            '<pre><code class="language-py">x</code></pre>',
            '<ol start="3"><li>x</li></ol>',
            '<table><thead><tr><th class="left">x</th></tr></thead><tbody><tr><td class="center">y</td></tr></tbody></table>',
            '<p>x<sup class="ref">1</sup></p>',
        ],
    )
    def test_leaves_what_is_allowed_as_it_is(self, html):
        assert sanitise(html) == html

    @pytest.mark.parametrize(
        ("html", "left"),
        [
            ("<script>alert(1)</script>x", "x"),
            ("<style>p{}</style>x", "x"),
            ("<svg><a>x</a></svg>y", "y"),
            ("<math><mi>x</mi></math>y", "y"),
            ('<form action="/"><button>x</button></form>', "x"),
            ('<section id="a">x</section>', "x"),
            ("<h1>x</h1>", "x"),
            ('<blockquote cite="/a">x</blockquote>', "<blockquote>x</blockquote>"),
            ('<p style="color:red" onclick="x()" class="y">x</p>', "<p>x</p>"),
            ('<em id="a">x</em>', "<em>x</em>"),
            ('<a href="javascript:x()">x</a>', "<a>x</a>"),
            ('<a href="ftp://example.com">x</a>', "<a>x</a>"),
            ('<a href="/x" target="_blank" rel="nofollow">x</a>', '<a href="/x">x</a>'),
            ('<sup class="other">x</sup>', "<sup>x</sup>"),
            ("<!-- x -->y", "y"),
        ],
    )
    def test_takes_out_the_rest(self, html, left):
        assert sanitise(html) == left

    def test_adds_nothing_to_links(self):
        html = '<a href="https://example.com/">x</a><a href="/x?a=1&amp;b=2#c">y</a><a href="../z">z</a>'
        assert sanitise(html) == html

    def test_has_no_tag_that_runs_or_embeds(self):
        assert not markup.TAGS & {
            "script",
            "style",
            "svg",
            "math",
            "form",
            "iframe",
            "object",
            "embed",
            "input",
            "base",
            "meta",
            "link",
        }
