import pytest

from articles.markup import visible_text
from tests.articles.markdown.audit import audit
from tests.articles.markdown.rendered import html_of


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
