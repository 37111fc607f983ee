from hypothesis import given
from hypothesis import strategies as st

from entities.band.lettering import shortened, width_of


class TestWords:
    @given(st.text(), st.integers(0, 300))
    def test_are_shortened_to_the_room_there_is(self, text, room):
        assert width_of(shortened(text, 12, room), 12) <= room

    def test_keep_their_first_words(self):
        assert shortened("SMIC lists in New York, and Hong Kong", 10, 170) == "SMIC lists in New York…"

    def test_that_fit_are_left_alone(self):
        assert shortened("  as they are ", 10, 170) == "  as they are "

    def test_are_wider_in_han(self):
        assert width_of("中芯", 12) == 24 > width_of("ab", 12)
