import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.markup import sanitise, visible_text
from entities.linking.choosing import POLICIES, Link, Seen, anchorable, by_hand, resolve, weave, which_link
from tests.articles.markdown.rendered import html_of
from tests.entities.linking.names import lexicon
from tests.entities.linking.trees import STAY_OUT, blocks, characters, tree, woven


def linked(source, *spellings):
    """The source's HTML with every mention that can be a link made one, of an address of one letter."""
    html = html_of(source)
    found = [one for one in resolve(html, lexicon(*spellings)) if one.anchorable]
    return weave(html, [Link(one.start, one.end, f"/{one.entity or one.by_hand}") for one in found])


def a(href, words):
    return f'<a href="/{href}" class="entity">{words}</a>'


@st.composite
def block_and_links(draw):
    html = draw(blocks)
    length = len(list(characters(tree(html))))
    hands = [(hand.start, hand.end) for hand in by_hand(html)]
    places = st.tuples(st.integers(0, length), st.integers(0, 8)).map(
        lambda pair: (pair[0], pair[0] + pair[1])
    )
    stretches = draw(st.lists(places | st.sampled_from(hands) if hands else places, max_size=6, unique=True))
    return html, [Link(start, end, f"/{number}") for number, (start, end) in enumerate(stretches)]


class TestWeave:
    @pytest.mark.parametrize(
        ("source", "spellings", "html"),
        [
            ("Huawei's phone", ["Huawei"], f"<p>{a(1, 'Huawei')}'s phone</p>"),
            ("Huawei-SMIC", ["Huawei", "SMIC"], f"<p>{a(1, 'Huawei')}-{a(2, 'SMIC')}</p>"),
            ("all GPUs", ["GPU"], f"<p>all {a(1, 'GPUs')}</p>"),
            ("与华为公司", ["华为"], f"<p>与{a(1, '华为')}公司</p>"),
            ("😀Huawei", ["Huawei"], f"<p>😀{a(1, 'Huawei')}</p>"),
            ("AT&T and AT&amp;T", ["AT&T"], f"<p>{a(1, 'AT&amp;T')} and {a(1, 'AT&amp;T')}</p>"),
            ("1 < 2 Huawei\\*", ["Huawei"], f"<p>1 &lt; 2 {a(1, 'Huawei')}*</p>"),
            ("*Huawei*", ["Huawei"], f"<p><em>{a(1, 'Huawei')}</em></p>"),
            (
                "Huawei *SMIC*",
                ["Huawei SMIC", "Huawei", "SMIC"],
                f"<p>{a(2, 'Huawei')} <em>{a(3, 'SMIC')}</em></p>",
            ),
            ("Huawei *SMIC*", ["Huawei SMIC"], "<p>Huawei <em>SMIC</em></p>"),
            ("**Hua**wei", ["Huawei", "Hua"], "<p><strong>Hua</strong>wei</p>"),
            ("**Foo**bar", ["Foo", "bar"], "<p><strong>Foo</strong>bar</p>"),
            ("New\nYork Times", ["New York"], f"<p>{a(1, 'New York')} Times</p>"),
            ("New  \nYork", ["New York"], f"<p>{a(1, 'New<br>York')}</p>"),
            ("`Huawei`", ["Huawei"], "<p><code>Huawei</code></p>"),
            ("    Huawei", ["Huawei"], "<pre><code>Huawei\n</code></pre>"),
            ("# Huawei", ["Huawei"], "<h2>Huawei</h2>"),
            ("[Huawei](/x)", ["Huawei"], '<p><a href="/x">Huawei</a></p>'),
            ("[*Huawei*](/x)", ["Huawei"], '<p><a href="/x"><em>Huawei</em></a></p>'),
            ("![Huawei](/x)", ["Huawei"], '<p><img src="/x" alt="Huawei"></p>'),
            (
                "Huawei[^1]",
                ["Huawei"],
                f'<p>{a(1, "Huawei")}<sup class="ref"><a href="#note-1" id="ref-1">1</a></sup></p>',
            ),
            (
                "|Huawei|SMIC|\n|-|-|\n",
                ["Huawei SMIC", "SMIC"],
                "<table><thead><tr><th>Huawei</th><th>" + a(2, "SMIC") + "</th></tr></thead></table>",
            ),
            ("[[Huawei]] and SMIC", ["SMIC"], f"<p>{a('Huawei', 'Huawei')} and {a(1, 'SMIC')}</p>"),
            ("[[Huawei|the *firm*]]", [], f"<p>{a('Huawei', 'the <em>firm</em>')}</p>"),
            ("[[Huawei|SMIC]]", ["SMIC"], f"<p>{a('Huawei', 'SMIC')}</p>"),
            (
                "[[Huawei]] Cloud",
                ["Huawei Cloud", "Cloud"],
                f"<p>{a('Huawei', 'Huawei')} {a(2, 'Cloud')}</p>",
            ),
            ("[[X|华为]]中芯", ["中芯"], f"<p>{a('X', '华为')}{a(1, '中芯')}</p>"),
            ("# [[Huawei]]", ["Huawei"], "<h2>Huawei</h2>"),
        ],
    )
    def test_makes(self, source, spellings, html):
        assert linked(source, *spellings) == html

    def test_leaves_a_link_out_that_no_element_can_go_around(self):
        assert weave("<p>a<em>b</em>c</p>", [Link(0, 2, "/x")]) == "<p>a<em>b</em>c</p>"

    @pytest.mark.parametrize("place", [(0, 0), (2, 1), (-1, 1), (0, 9), (7, 9)])
    def test_leaves_a_link_out_that_has_no_place(self, place):
        assert weave("<p>abc</p>", [Link(*place, "/x")]) == "<p>abc</p>"

    def test_leaves_the_words_of_a_name_that_nobody_has(self):
        assert weave(html_of("a [[Nobody|b *c*]] d"), []) == "<p>a b <em>c</em> d</p>"

    @pytest.mark.parametrize("html", ["<p>a</p>", '<p><span data-entity="X">a</span></p>'])
    def test_takes_the_first_of_two_for_the_same_words(self, html):
        assert weave(html, [Link(0, 1, "/first"), Link(0, 1, "/second")]) == f"<p>{a('first', 'a')}</p>"

    def test_escapes_the_text_that_it_cuts(self):
        html = "<p>a&lt;b&gt;&amp;amp; c d</p>"
        start = visible_text(html).index("c")
        assert weave(html, [Link(start, start + 1, "/x")]) == (
            '<p>a&lt;b&gt;&amp;amp; <a href="/x" class="entity">c</a> d</p>'
        )

    def test_escapes_address_and_title(self):
        html = weave("<p>a</p>", [Link(0, 1, '/?a="&b', '"><script>')])
        assert (
            html == '<p><a href="/?a=&quot;&amp;b" class="entity" title="&quot;&gt;&lt;script&gt;">a</a></p>'
        )

    def test_sanitises_last(self):
        assert (
            weave("<p>a<script>x</script></p>", [Link(0, 1, "javascript:x")])
            == '<p><a class="entity">a</a></p>'
        )

    def test_keeps_the_id_of_the_block(self):
        assert (
            weave('<p id="k">a</p>', [Link(0, 1, "/x")]) == '<p id="k"><a href="/x" class="entity">a</a></p>'
        )

    @given(block_and_links())
    @settings(max_examples=200, deadline=None)
    def test_does_as_a_weaver_of_trees(self, case):
        html, links = case
        assert tree(weave(html, links)) == woven(html, [(link.start, link.end, link.href) for link in links])

    @given(block_and_links())
    @settings(max_examples=60, deadline=None)
    def test_never_changes_what_is_read(self, case):
        html, links = case
        assert visible_text(weave(html, links)) == visible_text(html)

    @given(block_and_links())
    @settings(max_examples=60, deadline=None)
    def test_twice_is_the_same_as_once(self, case):
        html, links = case
        once = weave(html, links)
        assert weave(once, links) == once == sanitise(once)

    @given(block_and_links())
    @settings(max_examples=60, deadline=None)
    def test_does_not_depend_on_the_order_of_the_links(self, case):
        html, links = case
        assert weave(html, links) == weave(html, links[::-1])


class TestAnchorable:
    @pytest.mark.parametrize(
        ("html", "words", "answer"),
        [
            ("<p>a b</p>", "a", True),
            ("<p>a b</p>", "a b", True),
            ("<p><em>a</em> b</p>", "a", True),
            ("<p><em>a</em> b</p>", "a b", False),
            ("<p>a<br>b</p>", "a\nb", True),
            ('<p>a<sup class="ref"><a href="#n">1</a></sup>b</p>', "ab", False),
            ("<p>a<sup>2</sup></p>", "2", True),
            ('<p>a<img src="/x" alt="">b</p>', "ab", False),
            ('<p><a href="/x">a</a></p>', "a", False),
            ('<p><a href="/x"><em>a</em></a></p>', "a", False),
            ("<p><code>a</code></p>", "a", False),
            ("<pre><code>a</code></pre>", "a", False),
            ("<h3>a</h3>", "a", False),
            ("<ul><li>a</li></ul>", "a", True),
            ("<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>", "a", True),
            ("<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>", "a\tb", False),
            ("<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>", "\t", False),
            ('<p><span lang="zh">a</span></p>', "a", True),
            ('<p><span data-entity="X">a <em>b</em></span> c</p>', "a b", True),
            ('<p><span data-entity="X">a <em>b</em></span> c</p>', "a", False),
            ('<p><span data-entity="X">a <em>b</em></span> c</p>', "c", True),
            ('<p><span data-entity="X">a</span> c</p>', "a c", False),
            ('<p><span data-entity="X">a <a href="/x">b</a></span></p>', "a b", False),
            ('<h2><span data-entity="X">a</span></h2>', "a", False),
        ],
    )
    def test_says_where_a_link_can_be(self, html, words, answer):
        start = visible_text(html + "<p>.</p>").index(words)
        assert anchorable(html, start, start + len(words)) is answer

    @given(blocks, st.integers(0, 12), st.integers(1, 8))
    @settings(max_examples=200, deadline=None)
    def test_is_true_where_weaving_makes_a_link(self, html, start, length):
        link = Link(start, start + length, "/new")
        if 'data-entity="' not in html:
            assert anchorable(html, link.start, link.end) == ('"/new"' in weave(html, [link]))
        elif anchorable(html, link.start, link.end):
            assert '"/new"' in weave(html, [link])


class TestWhichLink:
    SEEN = [
        Seen(1, 7, True), Seen(1, 7, True), Seen(1, 8, True), Seen(2, 7, False), Seen(2, 7, True), Seen(2, 7, True), Seen(3, 8, True),
    ]  # fmt: skip

    @pytest.mark.parametrize(
        ("policy", "answers"),
        [
            ("first-in-section", [1, 0, 1, 0, 1, 0, 1]),
            ("first-in-article", [1, 0, 1, 0, 0, 0, 0]),
            ("every", [1, 1, 1, 0, 1, 1, 1]),
        ],
    )
    def test_follows_the_policy(self, policy, answers):
        assert which_link(self.SEEN, policy) == [bool(answer) for answer in answers]

    def test_takes_the_first_of_a_section_if_nothing_is_said(self):
        assert which_link(self.SEEN) == which_link(self.SEEN, "first-in-section")

    @pytest.mark.parametrize("policy", POLICIES)
    def test_always_links_by_hand(self, policy):
        seen = [Seen(1, 7, True, True), Seen(1, 7, True, True), Seen(2, 7, True, True)]
        assert which_link(seen, policy) == [True, True, True]

    def test_adds_none_to_a_link_by_hand(self):
        seen = [Seen(1, 7, True), Seen(1, 7, True, True), Seen(1, 7, True), Seen(2, 7, True)]
        assert which_link(seen, "first-in-section") == [False, True, False, True]
        assert which_link(seen, "first-in-article") == [False, True, False, False]
        assert which_link(seen, "every") == [True, True, True, True]

    def test_does_not_count_one_by_hand_that_cannot_be_a_link(self):
        assert which_link([Seen(1, 7, False, True), Seen(1, 7, True)]) == [False, True]


class TestStayOut:
    @pytest.mark.parametrize("tag", sorted(STAY_OUT - {"h1"}))
    def test_holds_for(self, tag):
        assert not anchorable(f"<{tag}>Huawei</{tag}>", 0, 6)
