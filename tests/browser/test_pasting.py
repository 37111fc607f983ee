"""What is copied elsewhere and pasted into an article."""

import pytest

from tests.browser.at_the_desk import ADD, signed_in
from tests.browser.ways import WIDE

pytestmark = pytest.mark.needs("chromium")

COPY = """async ([html, text]) => {
  const kinds = { "text/html": html, "text/plain": text };
  const blobs = Object.entries(kinds).map(([kind, data]) => [kind, new Blob([data], { type: kind })]);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}"""
PASTE = """([html, text]) => {
  const field = document.querySelector("#id_body"), clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  clipboardData.setData("text/plain", text);
  field.value = "";
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, cancelable: true }));
  return field.value;
}"""
FORMATTED = [
    (
        "<h1>Chips</h1><p>One <b>bold </b>word, <i>one</i> not.</p>",
        "## Chips\n\nOne **bold** word, *one* not.",
    ),
    ("<ul><li>One<ul><li>Two</li></ul></li><li>Three</li></ul>", "- One\n  - Two\n- Three"),
    ("<ul><li>One</li><ul><li>Two</li></ul></ul>", "- One\n  - Two"),
    ('<ol start="3"><li><p>A</p><p>B</p></li><li>C</li></ol>', "3. A\n\n   B\n4. C"),
    ("<blockquote><p>One</p><p>Two</p></blockquote>", "> One\n>\n> Two"),
    ("<em>One<br>two</em><br><br>three", "*One*\\\n*two*\n\nthree"),
    (
        "<table><tr><th>A<th>B|C<tr><td colspan=2><p>x</p><p>y</p></table>",
        "| A | B\\|C |\n| --- | --- |\n| x y |  |",
    ),
    ("<table><tr><td><h2>Laid out</h2></table>", "## Laid out"),
    ("<pre>a\n```\n  b</pre><hr><code>c`d</code>", "````\na\n```\n  b\n````\n\n---\n\n``c`d``"),
    (
        '<a href="https://a.example/(x) y">the <b>words</b></a>',
        "[the **words**](https://a.example/%28x%29%20y)",
    ),
    ('<a href="javascript:alert(1)">One</a> <a href="/x">two</a> <b>3</b>', "One two **3**"),
    ('<b style="font-weight:normal"><p><span style="font-weight:700">Docs</span></p></b>', "**Docs**"),
    ("<b>1. [x] *y* a_b _c_ &lt;b> &amp;amp;</b>", r"**1. \[x\] \*y\* a_b \_c\_ \<b> \&amp;**"),
    (
        "<p>1. one</p><p># two</p><p>- three</p><p>> four</p><i>x</i>",
        "1\\. one\n\n\\# two\n\n\\- three\n\n\\> four\n\n*x*",
    ),
    (
        '<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>One</p>'
        '<p style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">1.</span>Two</p>',
        "- One\n    1. Two",
    ),
    (
        "<style>b { color: red }</style><h2>X</h2><script>alert(1)</script><img src=//a.example/i alt=Seen onerror=alert(1)>",
        "## X\n\nSeen",
    ),
]
AS_EVER = [
    "<p>Only words.</p>",
    '<div style="font-family: mono; white-space: pre;"><span style="font-weight: bold">## Source</span></div>',
    "<h2> </h2>",
]


class TestPasting:
    def test_formatted_text_becomes_markdown_that_can_be_undone(self, read, said):
        page = signed_in(read, "wen", ADD, WIDE)
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.fill("#id_body", "Before.")
        page.evaluate(COPY, ["<h2>Chips</h2><p>A <b>bold</b> word.</p>", "Chips A bold word."])
        page.focus("#id_body")
        page.keyboard.press("Control+End")
        page.keyboard.press("Control+v")
        assert page.input_value("#id_body") == "Before.\n\n## Chips\n\nA **bold** word."
        page.keyboard.press("Control+z")
        assert page.input_value("#id_body") == "Before."
        page.keyboard.press("Control+Shift+v")
        assert page.input_value("#id_body") == "Before.Chips A bold word."
        assert said == []

    def test_writes_each_form_as_markdown_has_it_and_runs_nothing(self, read, said, asked):
        page = signed_in(read, "wen", ADD, WIDE)
        pasted = {html: page.evaluate(PASTE, [html, ""]) for html, _ in FORMATTED}
        assert pasted == dict(FORMATTED)
        assert not any("a.example" in address for address in asked)
        assert said == []

    def test_leaves_to_the_browser_what_is_not_formatted(self, read):
        page = signed_in(read, "wen", ADD, WIDE)
        assert [page.evaluate(PASTE, [html, "as ever"]) for html in AS_EVER] == [""] * len(AS_EVER)
