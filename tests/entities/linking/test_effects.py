"""A passage in which 1 is named by the code points 0 to 3, and 2 by 5 to 9."""

import pytest

from entities.linking.effects import Effect, Place, effects

LINK, NAME = Place(0, 3, (1,), linked=True), Place(0, 3, (1,))
OTHER = Place(5, 9, (2,), linked=True)


class TestEffects:
    @pytest.mark.parametrize(
        ("before", "after", "shared", "found"),
        [
            ([LINK, OTHER], [LINK, OTHER], [], []),
            ([], [LINK], [], [Effect(0, 3, "links", (1,))]),
            ([], [NAME], [], [Effect(0, 3, "names", (1,))]),
            ([NAME], [LINK], [], [Effect(0, 3, "links", (1,))]),
            ([LINK], [NAME], [], [Effect(0, 3, "unlinks", (1,))]),
            ([LINK], [], [], [Effect(0, 3, "unlinks", (1,))]),
            ([NAME], [], [], [Effect(0, 3, "unnames", (1,))]),
            ([LINK], [], [Place(0, 3, (1, 2))], [Effect(0, 3, "shares", (1, 2), 1)]),
            ([], [], [Place(0, 3, (1, 2))], [Effect(0, 3, "shares", (1, 2))]),
        ],
    )
    def test_of_one_place(self, before, after, shared, found):
        assert effects(before, after, shared) == found

    def test_a_longer_name_takes_the_link_of_the_one_in_it(self):
        longer = Place(0, 9, (3,), linked=True)
        assert effects([LINK], [longer], []) == [Effect(0, 9, "links", (3,), instead_of=1)]

    def test_a_longer_name_without_a_link_takes_it_away(self):
        assert effects([LINK], [Place(0, 9, (3,))], []) == [Effect(0, 9, "names", (3,), instead_of=1)]

    def test_an_earlier_name_takes_the_link_of_a_later_one(self):
        later = Place(5, 9, (1,), linked=True)
        assert effects([later], [LINK, Place(5, 9, (1,))], []) == [
            Effect(0, 3, "links", (1,)),
            Effect(5, 9, "unlinks", (1,)),
        ]

    def test_are_in_the_order_of_the_text(self):
        found = effects([LINK], [OTHER], [Place(12, 14, (1, 2))])
        assert [effect.start for effect in found] == [0, 5, 12]
