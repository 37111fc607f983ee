from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entities.band.timescale import Timescale, Window

YEARS = st.integers(1000, 2999)
WINDOWS = st.lists(YEARS, min_size=2, max_size=2).map(lambda years: Window.of_years(*sorted(years)))
SCALES = WINDOWS.map(lambda window: Timescale(window, 10, 310))


def scale(first: int, last: int, length: float = 300) -> Timescale:
    return Timescale(Window.of_years(first, last), 0, length)


class TestAWindow:
    def test_of_a_decade_holds_ten_years(self):
        assert (
            Window.of_decade(2020) == Window.of_decade(2029) == Window(date(2020, 1, 1), date(2029, 12, 31))
        )

    @pytest.mark.parametrize(
        ("earliest", "latest", "touches"),
        [
            (date(2019, 12, 31), date(2020, 1, 1), True),
            (date(2029, 12, 31), None, True),
            (None, date(2020, 1, 1), True),
            (None, date(2019, 12, 31), False),
            (date(2030, 1, 1), None, False),
            (date(1990, 1, 1), date(2050, 1, 1), True),
        ],
    )
    def test_touches_what_may_lie_in_it(self, earliest, latest, touches):
        assert Window.of_decade(2020).touches(earliest, latest) == touches

    def test_is_said_in_the_fewest_words(self):
        assert [Window.of_years(2020, 2020).words, Window.of_decade(2020).words] == ["2020", "2020 to 2029"]


class TestAScale:
    def test_begins_and_ends_where_its_window_does(self):
        line = scale(2001, 2010)
        assert line.begin(date(2001, 1, 1)) == 0
        assert line.finish(date(2010, 12, 31)) == pytest.approx(300)

    @given(SCALES, st.dates(date(1000, 1, 1), date(2999, 12, 30)))
    def test_gives_every_day_as_much_room(self, line, day):
        assert line.finish(day) - line.begin(day) == pytest.approx(line.per_day, rel=1e-3)
        assert line.finish(day) == pytest.approx(line.begin(day + timedelta(days=1)))


class TestTicks:
    @pytest.mark.parametrize(
        ("first", "last", "room", "texts"),
        [
            (2020, 2020, 20, "2020 Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
            (2020, 2020, 60, "2020 Apr Jul Oct"),
            (2020, 2021, 60, "2020 Jul 2021 Jul"),
            (2020, 2022, 60, "2020 2021 2022"),
            (1987, 2024, 36, "1990 1995 2000 2005 2010 2015 2020"),
            (1987, 2024, 60, "1990 2000 2010 2020"),
            (1000, 2999, 60, "1000 1500 2000 2500"),
        ],
    )
    def test_are_as_close_as_there_is_room(self, first, last, room, texts):
        assert " ".join(tick.text for tick in scale(first, last).ticks(room)) == texts

    @given(SCALES, st.integers(20, 100))
    def test_stand_apart_in_order_on_the_line(self, line, room):
        places = [tick.place for tick in line.ticks(room)]
        assert all(line.start <= place <= line.end for place in places)
        assert all(second - first >= room for first, second in pairwise(places))
