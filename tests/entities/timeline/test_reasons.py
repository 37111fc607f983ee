from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.dates.fuzzydate import parse
from entities.band.extent import extent_of
from entities.timeline.reasons import surely_between, why_in_years
from tests.articles.dates.known import known_dates

YEARS = st.integers(1000, 2999)


class TestAReason:
    @pytest.mark.parametrize(
        ("when", "first", "last", "words"),
        [
            ("1987", 1987, 1987, "its date, 1987, lies in 1987"),
            ("16 May 2019", 2019, 2020, "its date, 16 May 2019, lies in 2019 to 2020"),
            ("about 1987", 1987, 1987, "its date, about 1987, may lie in 1987"),
            ("the 2010s", 2015, 2015, "its date, the 2010s, may lie in 2015"),
            ("2014/2019", 2016, 2016, "its date, from 2014 to 2019, reaches into 2016"),
            ("2014/2019", 2014, 2014, "its date, from 2014 to 2019, reaches into 2014"),
            ("2014/2019", 2010, 2019, "its date, from 2014 to 2019, lies in 2010 to 2019"),
            ("since 2014", 2020, 2020, "its date, since 2014, may reach into 2020"),
            ("before 1990", 1980, 1980, "its date, before 1990, may lie in 1980"),
            ("between 2014 and 2019", 2016, 2016, "its date, between 2014 and 2019, may lie in 2016"),
            ("2004", 2000, None, "its date, 2004, lies in 2000 or later"),
            ("2004", None, 2010, "its date, 2004, lies in 2010 or earlier"),
        ],
    )
    def test_says_how_sure_it_is(self, when, first, last, words):
        assert why_in_years(parse(when), first, last) == words

    @given(known_dates, YEARS, YEARS)
    def test_is_sure_of_nothing_that_cannot_have_been(self, when, one, other):
        first, last = date(min(one, other), 1, 1), date(max(one, other), 12, 31)
        if surely_between(extent_of(when), first, last):
            assert first <= when.earliest <= when.latest <= last
