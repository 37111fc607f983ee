import itertools

import pytest
from hypothesis import given, settings

from articles.markup import visible_text
from entities.linking.choosing import Link, anchorable, by_hand, resolve, weave
from entities.linking.lexicon import Lexicon, Name
from tests.articles.markdown.rendered import html_of
from tests.entities.linking.names import lexicon
from tests.entities.linking.trees import blocks


def said(html, names):
    text = visible_text(html)
    return [(text[one.start : one.end], one.entity, one.anchorable) for one in resolve(html, names)]


class TestByHand:
    def test_gives_names_and_places(self):
        html = html_of("a[^x] [[Huawei|the *firm*]] b [[SMIC]]")
        assert [(hand.start, hand.end, hand.name) for hand in by_hand(html)] == [
            (2, 10, "Huawei"),
            (13, 17, "SMIC"),
        ]

    def test_gives_the_name_as_it_was_written(self):
        [hand] = by_hand(html_of("[[AT&T|x]]"))
        assert hand.name == "AT&T"

    def test_says_which_cannot_be_links(self):
        assert [hand.linkable for hand in by_hand(html_of("# [[Huawei]]"))] == [False]

    def test_gives_the_outermost(self):
        html = '<p><span data-entity="X">a <span data-entity="Y">b</span></span></p>'
        assert [(hand.name, hand.start, hand.end) for hand in by_hand(html)] == [("X", 0, 3)]

    def test_leaves_out_what_has_no_words(self):
        assert by_hand('<p><span data-entity="X"></span><span data-entity="Y">b</span></p>')[0].name == "Y"


class TestResolve:
    @pytest.mark.parametrize(
        ("source", "spellings", "mentions"),
        [
            ("# Huawei SMIC", ["Huawei"], [("Huawei", 1, False)]),
            ("`Huawei`", ["Huawei"], [("Huawei", 1, False)]),
            ("[Huawei](/x)", ["Huawei"], [("Huawei", 1, False)]),
            ("**Hua**wei", ["Huawei"], [("Huawei", 1, False)]),
            ("New *York*", ["New York"], [("New York", 1, False)]),
            ("New *York* x", ["New York", "York"], [("York", 2, True)]),
            ("New York *Times*", ["New York Times", "New York", "York"], [("New York", 2, True)]),
            ("# New York Times", ["New York Times", "York"], [("New York Times", 1, False)]),
            ("A *B* C D", ["A B", "B C D", "C D"], [("A B", 1, False), ("C D", 3, True)]),
            ("A *B* C", ["A B", "B C"], [("A B", 1, False)]),
            ("[[X|Huawei]] Huawei", ["Huawei"], [("Huawei", None, True), ("Huawei", 1, True)]),
            ("[[X|Huawei Cloud]]", ["Huawei"], [("Huawei Cloud", None, True)]),
            ("Huawei[^a] SMIC", ["Huawei SMIC", "SMIC"], [("SMIC", 2, True)]),
        ],
    )
    def test_names(self, source, spellings, mentions):
        assert said(html_of(source), lexicon(*spellings)) == mentions

    def test_gives_the_name_of_words_by_hand(self):
        [one] = resolve(html_of("[[X|words]]"), lexicon())
        assert (one.by_hand, one.entity, one.candidates) == ("X", None, ())

    def test_never_links_a_shared_spelling_nor_a_name_inside_it(self):
        names = Lexicon([Name("New York", 1, 1), Name("New York", 2, 2), Name("York", 3, 3)])
        assert said("<p>New York</p>", names) == [("New York", None, False)]
        assert said("<p>New <em>York</em></p>", names) == [("New York", None, False)]
        [one] = resolve("<p>New York</p>", names)
        assert one.candidates == (1, 2)

    @given(blocks)
    @settings(max_examples=80, deadline=None)
    def test_gives_each_place_to_one_mention_and_links_what_it_says_it_can(self, html):
        names = Lexicon(
            [
                Name("Huawei", 1, 1),
                Name("SMIC", 2, 2),
                Name("Huawei SMIC", 3, 3),
                Name("IT", 4, 4),
                Name("IT", 5, 5),
                Name("wei", 6, 6),
                Name("华为", 7, 7, False, False),
                Name("SMIC IT", 8, 8),
                Name("AT&T", 9, 9),
            ]
        )
        mentions = resolve(html, names)
        assert all(one.end <= other.start for one, other in itertools.pairwise(mentions))
        links = [Link(one.start, one.end, f"/{at}") for at, one in enumerate(mentions) if one.anchorable]
        made = weave(html, links)
        assert all(f'href="{link.href}"' in made for link in links)
        assert all(one.entity is not None or one.by_hand is not None for one in mentions if one.anchorable)

    @given(blocks)
    @settings(deadline=None)
    def test_misses_no_name_that_can_be_a_link(self, html):
        names = lexicon("Huawei", "SMIC")
        hands = by_hand(html)
        for match in names.find_all(visible_text(html)):
            free = not any(hand.start < match.end and match.start < hand.end for hand in hands)
            if free and anchorable(html, match.start, match.end):
                assert (match.start, match.end, True) in [
                    (one.start, one.end, one.anchorable) for one in resolve(html, names)
                ]
