import pytest

from articles.markdown.unlinking import without_links, without_links_by_hand, without_note


class TestWithoutLinks:
    @pytest.mark.parametrize(
        ("body", "left"),
        [
            ("See [the *one*](/gone/) here.", "See the *one* here."),
            ('See [it](/gone/ "title") and [it](</gone/>).', "See it and it."),
            ("See [it](/there/) and ![alt](/gone/).", "See [it](/there/) and ![alt](/gone/)."),
            ("[[Entity]] and [^note] and [a](b", "[[Entity]] and [^note] and [a](b"),
        ],
    )
    def test_keeps_the_words_and_all_other_links(self, body, left):
        assert without_links(body, lambda address: address == "/gone/") == left

    def test_takes_a_moment_for_any_text(self):
        assert without_links("[" * 50_000 + "](" * 50_000, lambda address: True)


class TestWithoutLinksByHand:
    def test_keeps_the_words_that_are_shown(self):
        body = "[[Nikon]], [[ Nikon | the  firm ]] and [[Zeiss]]"
        assert without_links_by_hand(body, "Nikon") == "Nikon, the  firm and [[Zeiss]]"


def test_a_note_goes_wherever_it_is_cited():
    assert without_note("One.[^a] Two.[^ab][^a]", "a") == "One. Two.[^ab]"
