import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.markdown import MarkdownError, render
from articles.markdown.guards import Tally
from articles.markup import sanitise, visible_text

PAYLOADS = """
[a](javascript:alert(1))
[a](JaVaScRiPt:alert(1))
[a](&#106;avascript:alert(1))
[a](&#x6A;avascript&colon;alert(1))
[a](javascript&colon;alert(1))
[a](java&Tab;script:alert(1))
[a](java&NewLine;script:alert(1))
[a](java&#x0D;script:alert(1))
[a](&#1;javascript:alert(1))
[a](<javascript:alert(1)>)
[a](< javascript:alert(1)>)
[a](<java\tscript:alert(1)>)
[a](\u00a0javascript:alert(1))
[a](\u200bjavascript:alert(1))
[a](\\javascript:alert(1))
[a](javascript\\:alert(1))
[a](%6aavascript:alert(1))
[a](javascript://example.com/%0aalert(1))
[a](vbscript:msgbox(1))
[a](VBSCRIPT:msgbox(1))
[a](livescript:x)
[a](data:text/html,<script>alert(1)</script>)
[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)
[a](data:image/svg+xml,<svg/onload=alert(1)>)
[a](DATA:image/png;base64,AAAA)
[a](file:///etc/passwd)
[a](feed:javascript:alert(1))
[a](view-source:javascript:alert(1))
[a](jar:javascript:alert(1))
[a](blob:https://example.com/x)
[a](filesystem:https://example.com/x)
[a](about:blank)
[a](tel:+1)
[a](ws://example.com)
[a](x:y)
[a]( "x" onclick=alert(1))
[a](/x "\\" onclick=alert(1) x=\\"")
[a](/x '" onmouseover="alert(1)')
[a](/x "</a><script>alert(1)</script>")
[a](/x"onclick="alert(1))
[a][r]\n\n[r]: javascript:alert(1)
[r]\n\n[r]: <javascript:alert(1)> "t"
[a][r]\n\n[r]: /x "\\" onclick=\\"alert(1)"
<javascript:alert(1)>
<JAVASCRIPT:alert(1)>
<data:text/html,x>
<vbscript:x>
<https://example.com/"onclick="alert(1)>
<a@example.com"onclick=x>
![a](javascript:alert(1))
![a](data:image/png;base64,AAAA)
![a](data:image/svg+xml;base64,AAAA)
![" onerror="alert(1)](/x.png)
![a](/x.png "\\" onerror=\\"alert(1)")
![a](/x.png" onerror="alert(1))
![<script>alert(1)</script>](/x.png)
![a][r]\n\n[r]: javascript:alert(1)
<script>alert(1)</script>
<SCRIPT SRC=//example.com/x.js></SCRIPT>
<scr<script>ipt>alert(1)</scr</script>ipt>
<img src=x onerror=alert(1)>
<svg onload=alert(1)>
<svg><script>alert(1)</script></svg>
<math><a xlink:href="javascript:alert(1)">x</a></math>
<iframe src="javascript:alert(1)"></iframe>
<object data="x"></object><embed src="x">
<form action="javascript:alert(1)"><input autofocus onfocus=alert(1)></form>
<base href="//example.com/"><meta http-equiv="refresh" content="0;url=javascript:x"><link rel=stylesheet href=x>
<style>@import "//example.com/x.css";</style>
<p style="background:url(javascript:alert(1))">x</p>
<details open ontoggle=alert(1)>
<!-- --><script>alert(1)</script>
<!--><img src=x onerror=alert(1)>
<![CDATA[<script>alert(1)</script>]]>
<?php x ?><script>x</script>
<noscript><p title="</noscript><img src=x onerror=alert(1)>">
<template><script>alert(1)</script></template>
<a href="javascript:alert(1)" onclick="x">a</a>
<div id="a" class="b" data-entity="c">x</div>
&lt;script&gt;alert(1)&lt;/script&gt;
&#60;script&#62;alert(1)&#60;/script&#62;
`<script>alert(1)</script>`
```"onclick="alert(1)\n<script>x</script>\n```
```x"><script>alert(1)</script>\nx\n```
    <script>alert(1)</script>
# <script>alert(1)</script> {#x onclick=alert(1)}
> <script>alert(1)</script>
- <img src=x onerror=alert(1)>
| <script> | b |\n|:--|--:|\n| <img src=x onerror=alert(1)> | `"onclick="` |
**<script>alert(1)</script>**
*a <b onclick=x> c*
[*a* <img src=x onerror=alert(1)>](/x)
[![a](/x.png "\\"onload=\\"x")](javascript:alert(1))
[[<script>alert(1)</script>]]
[["><script>alert(1)</script>|x]]
[[" onclick="alert(1)|<img src=x onerror=alert(1)>]]
[[javascript:alert(1)|<javascript:alert(1)>]]
[[&quot; onclick=&quot;x|y]]
a[^x"onclick="x]
a[^<script>]
a[^x]\n\n[^x]: <script>alert(1)</script> [b](javascript:alert(1))
a[^"><script>]\n\n[^"><script>]: words
a[^javascript:x]\n\n[^javascript:x]: words
""".strip().split("\n")
PAYLOADS = [
    payload.encode().decode("unicode_escape") if payload.isascii() and "\\n" in payload else payload
    for payload in PAYLOADS
]

FRAMES = [
    "{}",
    "a {} b",
    "> {}",
    "# {}",
    "- a\n- {}",
    "*{}*",
    "[{}](/x)",
    "[[{}|x]]",
    "[[x|{}]]",
    "a[^n]\n\n[^n]: {}",
]

ALLOWED = {
    **{
        tag: set()
        for tag in [
            "p",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "table",
            "thead",
            "tbody",
            "tr",
            "em",
            "strong",
            "blockquote",
            "ul",
            "li",
            "br",
            "hr",
        ]
    },
    "a": {"href", "class", "title", "id"},
    "code": {"class"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "span": {"data-entity"},
    "sup": {"class"},
    "td": {"class"},
    "th": {"class"},
}
CLASSES = {None, "external", "ref", "left", "center", "right"}
VOID = {"br", "hr", "img"}


class Auditor(HTMLParser):
    """A second reader of the HTML, which knows nothing of ours: what is in it, and whether it nests."""

    def __init__(self, html):
        super().__init__()
        self.open = []
        self.tags = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        assert len(attrs) == len(dict(attrs))
        assert not (tag == "a" and "a" in self.open)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def audit(html):
    for tag, attrs in Auditor(html).tags:
        assert set(attrs) <= ALLOWED[tag], (tag, attrs)
        if tag == "code":
            assert re.match("language-", attrs.get("class", "language-"))
        else:
            assert attrs.get("class") in CLASSES
        for address in (attrs.get("href"), attrs.get("src")):
            scheme = re.match(r"[\x00-\x20]*([^/?#]*?):", address or "")
            assert not scheme or scheme[1].lower() in ("http", "https", "mailto"), address


def whole(document):
    return "".join(block.before + block.html + block.after for block in document.blocks)


def blocks(source):
    return [(block.kind, block.text) for block in render(source).blocks]


def html_of(source):
    [block] = render(source).blocks
    return block.html


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


def attempt(source):
    try:
        return render(source)
    except MarkdownError:
        return None


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


class TestLinksByHand:
    @pytest.mark.parametrize(
        ("source", "span"),
        [
            ("[[Huawei]]", '<span data-entity="Huawei">Huawei</span>'),
            ("[[Huawei|the firm]]", '<span data-entity="Huawei">the firm</span>'),
            ("[[ Huawei | the firm ]]", '<span data-entity="Huawei">the firm</span>'),
            ("[[Huawei|the *firm*]]", '<span data-entity="Huawei">the <em>firm</em></span>'),
            ("*[[Huawei]]*", '<em><span data-entity="Huawei">Huawei</span></em>'),
            ("[[AT&T]]", '<span data-entity="AT&amp;T">AT&amp;T</span>'),
            ("[[AT&amp;T]]", '<span data-entity="AT&amp;T">AT&amp;T</span>'),
            ("[[C++]]", '<span data-entity="C++">C++</span>'),
            ("[[华为]]", '<span data-entity="华为">华为</span>'),
            (
                "[[Semiconductor\nManufacturing]]",
                '<span data-entity="Semiconductor Manufacturing">Semiconductor Manufacturing</span>',
            ),
            ("[[[Huawei]]]", '[<span data-entity="Huawei">Huawei</span>]'),
            ("[[Huawei]]\n\n[Huawei]: /x", '<span data-entity="Huawei">Huawei</span>'),
            ("![[Huawei]]", '!<span data-entity="Huawei">Huawei</span>'),
            ("[[a|<https://b.c>]]", '<span data-entity="a">&lt;https://b.c&gt;</span>'),
            (f"[[{'x' * 100}|y]]", f'<span data-entity="{"x" * 100}">y</span>'),
        ],
    )
    def test_become_spans(self, source, span):
        assert html_of(source) == f"<p>{span}</p>"

    @pytest.mark.parametrize(
        "source",
        [
            "[[]]",
            "[[ ]]",
            "[[|x]]",
            "[[x|]]",
            "[[x| ]]",
            "[[x|y|z]]",
            "[[x",
            "[[x]",
            "[x]]",
            "[[x [y]]",
            "\\[[x]]",
            f"[[{'x' * 101}]]",
            f"[[x|{'y' * 101}]]",
            "[[x\n" + "y " * 60 + "]]",
        ],
    )
    def test_stay_as_written_where_they_are_not_whole(self, source):
        assert "span" not in html_of(source)
        assert visible_text(html_of(source)) == " ".join(source.split("\n")).replace("\\", "")

    def test_stay_as_written_in_code(self):
        assert html_of("`[[x]]`") == "<p><code>[[x]]</code></p>"
        assert html_of("```\n[[x]]\n```") == "<pre><code>[[x]]\n</code></pre>"
        assert "span" not in html_of("[[a `]]` b")

    def test_stay_as_written_in_links(self):
        assert html_of("[see [[x]] there](/y)") == '<p><a href="/y">see [[x]] there</a></p>'
        assert html_of("[[1]](/y)") == '<p><a href="/y">[1]</a></p>'

    def test_give_their_words_to_the_description_of_an_image(self):
        assert 'alt="the firm"' in html_of("![[[Huawei|the firm]]](/a.png)")

    def test_stand_in_a_table_with_the_bar_escaped(self):
        assert '<td><span data-entity="x">y</span></td>' in html_of("|a|\n|-|\n|[[x\\|y]]|\n")


class TestLinks:
    @pytest.mark.parametrize(
        "address",
        [
            "https://example.com/",
            "http://example.com",
            "mailto:a@example.com",
            "HTTPS://example.com",
            "//example.com",
        ],
    )
    def test_that_leave_the_site_say_so(self, address):
        assert html_of(f"[a]({address})") == f'<p><a href="{address}" class="external">a</a></p>'

    @pytest.mark.parametrize("address", ["/a/", "a", "#a", "?a", "../a", "a/b:c", ""])
    def test_within_the_site_are_plain(self, address):
        assert html_of(f"[a]({address})") == f'<p><a href="{address}">a</a></p>'

    @pytest.mark.parametrize(
        "address", ["ftp://a.b", "tel:1", "x:y", "javascript:x", "data:image/png;base64,AA"]
    )
    def test_of_other_kinds_stay_as_written(self, address):
        assert html_of(f"[a]({address})") == f"<p>[a]({address})</p>"

    def test_do_not_nest(self):
        audit(html_of("[a <https://b.c> d](/e)"))

    def test_are_not_made_of_bare_addresses(self):
        assert html_of("https://example.com") == "<p>https://example.com</p>"


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


class TestGuards:
    def test_refuse_a_text_of_more_than_a_megabyte(self):
        with pytest.raises(MarkdownError, match="1 MB"):
            render("华" * 333_334)

    def test_refuse_links_that_repeat_a_long_address(self):
        with pytest.raises(MarkdownError, match="links make the text too long"):
            render(f"[a]: /{'x' * 10_000}\n\n" + "[a] " * 100)

    def test_refuse_links_that_repeat_a_long_title(self):
        with pytest.raises(MarkdownError, match="links make the text too long"):
            render(f"[a]: /x '{'x' * 10_000}'\n\n" + "![a] " * 100)

    def test_allow_a_long_address_that_is_used_a_few_times(self):
        assert len(render(f"[a]: /{'x' * 10_000}\n\n" + "[a] " * 10).blocks) == 1

    @pytest.mark.parametrize(
        "source", ["> " * 30 + "a", "- " * 30 + "a", "1. " * 30 + "a", "> - " * 15 + "a", "[^a]: " * 30 + "b"]
    )
    def test_refuse_deep_containers_rather_than_lose_text(self, source):
        with pytest.raises(MarkdownError, match=r"nested too deeply|written twice"):
            render(source)

    @pytest.mark.parametrize("container", ["> ", "- ", "1. "])
    @given(depth=st.integers(1, 25))
    @settings(max_examples=25, deadline=None)
    def test_lose_no_text_at_any_depth(self, container, depth):
        document = attempt(container * depth + "a")
        assert document is None or document.blocks[0].text == "a"
        assert document or depth > 8

    def test_refuse_deep_emphasis(self):
        with pytest.raises(MarkdownError, match="Emphasis"):
            render("*a " * 100 + "b* " * 100)

    def test_refuse_tables_that_fill_themselves_with_cells(self):
        table = "|a" * 100 + "|\n" + "|-" * 100 + "|\n" + "|\n" * 100 + "\n"
        assert render(table).blocks[0].kind == "table"
        with pytest.raises(MarkdownError, match="too many cells"):
            render(table * 3)

    def test_refuse_more_blocks_than_a_book_has(self):
        with pytest.raises(MarkdownError, match="blocks"):
            render("a\n\n" * 20_001)


class TestHostileInput:
    @pytest.mark.parametrize(
        "source",
        [
            "[" * 20_000,
            "[a" * 10_000 + "]" * 10_000,
            "*" * 20_000 + "a",
            "*a " * 8_000,
            "*_" * 10_000,
            "a**b" * 10_000,
            ">" * 20_000,
            "[^" * 10_000,
            "[^a" * 10_000,
            "a[^b]" * 5_000,
            "[^a]: b\n" * 5_000,
            "[[" * 10_000,
            "[[a" * 10_000,
            "[[a|" * 8_000,
            "[[" + " " * 20_000,
            "[[ " * 8_000,
            "![" * 10_000,
            "[a](" * 10_000,
            "`" * 10_000 + "a",
            "<" * 20_000,
            "&" * 20_000,
            "".join("`" * n + " " for n in range(300)),
            "".join("  " * n + "- a\n" for n in range(300)),
            "- " * 10_000 + "a",
            "# a\n\n" * 5_000,
            "|" * 10_000 + "\n" + "|-" * 10_000,
            "|a" * 300 + "|\n" + "|-" * 300 + "|\n" + "|\n" * 300,
            "[a]: /b\n" * 10_000,
            "[a]: /b\n\n" + "[a]" * 10_000,
            "[a\n" * 10_000,
            "\\" * 20_000,
            "a" + "\u0301" * 10_000,
            "&#769;" * 10_000,
            "<a@b.c>" * 5_000,
            "\n" * 100_000,
            "\t" * 20_000,
            "```\n" * 5_001,
            "|a|\n|-|\n" * 2_000,
        ],
        ids=lambda source: f"{source[:6]!r}x{len(source)}",
    )
    def test_ends_within_the_guards(self, source):
        document = attempt(source)
        if document:
            html = whole(document)
            assert len(html) <= 4 * len(source) + 1_000_000
            assert len(Auditor(html).tags) <= 200_000

    def test_may_be_five_thousand_equal_headings(self):
        assert len(render("## Equal\n\n" * 5_000).blocks) == 5_000


class TestAttacks:
    @pytest.mark.parametrize("payload", PAYLOADS)
    def test_leave_nothing_outside_the_allow_list(self, payload):
        for frame in FRAMES:
            document = attempt(frame.format(payload))
            if document:
                audit(whole(document))
                audit("".join(note.html for note in document.notes))

    def test_are_many(self):
        assert len(set(PAYLOADS)) >= 60

    @given(
        st.lists(st.sampled_from(PAYLOADS), min_size=1, max_size=4),
        st.sampled_from(["", " ", "\n", "\n\n", "[", "](", "*"]),
    )
    @example(["[a](/x)"], "")
    @settings(max_examples=200, deadline=None)
    def test_leave_nothing_together_either(self, payloads, between):
        document = attempt(between.join(payloads))
        if document:
            audit(whole(document))


class TestTheTimeLimit:
    def test_ends_a_rendering_that_takes_too_long(self):
        seconds = iter([0.0, 1.0, 21.0])
        tally = Tally("text", clock=lambda: next(seconds))
        tally.add("<p>In time.</p>")
        with pytest.raises(MarkdownError, match="too long to render"):
            tally.add("<p>Too late.</p>")
