import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.markdown import MarkdownError, render
from articles.markdown.guards import Tally
from tests.articles.markdown.audit import Auditor, attempt, audit, whole

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
