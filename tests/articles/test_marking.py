from hypothesis import given
from hypothesis import strategies as st

from articles.marking import joined, mark
from articles.markup import visible_text, walk

HTML = '<p id="a">Hua<em>wei &amp; </em><a href="/s/">SMIC</a><sup class="ref"><a href="#n">1</a></sup>.<br>Two</p>'
TEXT = "Huawei & SMIC.\nTwo"
stretches = st.lists(st.tuples(st.integers(-3, 25), st.integers(-3, 25)), max_size=5)


class TestMarkedWords:
    def test_stand_in_a_mark(self):
        assert mark("<p>One two</p>", [(4, 7)]) == "<p>One <mark>two</mark></p>"

    def test_keep_their_link_around_them(self):
        assert '<a href="/s/"><mark>SMIC</mark></a>' in mark(HTML, [(9, 13)])

    def test_across_tags_have_a_mark_in_each(self):
        assert mark(HTML, [(0, 8)]).startswith('<p id="a"><mark>Hua</mark><em><mark>wei &amp;</mark> </em><a')

    def test_after_a_note_are_counted_without_its_number(self):
        assert mark(HTML, [(13, 14)]).count("</sup><mark>.</mark>") == 1

    def test_that_are_not_there_mark_nothing(self):
        assert mark(HTML, [(40, 50), (-5, 0), (6, 2)]) == HTML

    def test_that_were_written_as_references_stay_escaped(self):
        assert mark("<p>a &lt;b&gt;</p>", [(2, 5)]) == "<p>a <mark>&lt;b&gt;</mark></p>"

    @given(stretches)
    def test_leave_the_text_as_it_is(self, wanted):
        assert visible_text(mark(HTML, wanted)) == TEXT

    @given(stretches)
    def test_are_those_asked_for_and_no_others(self, wanted):
        inside, marked, at = False, set(), 0
        for piece in walk(mark(HTML, wanted)):
            if getattr(piece, "name", "") == "mark":
                inside = piece.kind == "open"
            elif inside:
                marked |= set(range(at, at + len(piece.text)))
            at += len(visible_text_of(piece))
        asked = {n for start, end in wanted for n in range(max(start, 0), min(end, len(TEXT)))}
        assert marked == {n for n in asked if TEXT[n] != "\n"}


def visible_text_of(piece) -> str:
    if getattr(piece, "name", "") == "br":
        return "\n"
    return "" if not hasattr(piece, "text") or piece.text == "1" else piece.text


def test_stretches_that_touch_are_one():
    assert joined([(3, 5), (0, 3), (7, 9), (8, 8)]) == [(0, 5), (7, 9)]
