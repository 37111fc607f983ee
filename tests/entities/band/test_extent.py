from datetime import date

import pytest
from hypothesis import given

from articles.dates.fuzzydate import parse
from entities.band.extent import extent_of
from tests.articles.dates.known import known_dates


def said(words: str) -> tuple[str, str, str, str]:
    extent = extent_of(parse(words))
    days = (extent.earliest, extent.latest, extent.sure_from, extent.sure_to)
    return tuple(str(day) if day else "" for day in days)


class TestAnExtent:
    @pytest.mark.parametrize(
        ("words", "earliest", "latest", "sure_from", "sure_to"),
        [
            ("16 May 2019", "2019-05-16", "2019-05-16", "", ""),
            ("1987", "1987-01-01", "1987-12-31", "", ""),
            ("about 1987", "1987-01-01", "1987-12-31", "", ""),
            ("between 2014 and 2019", "2014-01-01", "2019-12-31", "", ""),
            ("before 1990", "", "1989-12-31", "", ""),
            ("after 2014", "2015-01-01", "", "", ""),
            ("from 2014 to 2019", "2014-01-01", "2019-12-31", "2014-12-31", "2019-01-01"),
            ("17 to 18 March 2004", "2004-03-17", "2004-03-18", "2004-03-17", "2004-03-18"),
            ("since 2020", "2020-01-01", "", "2020-12-31", "2020-12-31"),
            ("until March 2004", "", "2004-03-31", "2004-03-01", "2004-03-01"),
            ("2014/2014", "2014-01-01", "2014-12-31", "", ""),
        ],
    )
    def test_tells_where_it_may_have_been_from_where_it_surely_was(
        self, words, earliest, latest, sure_from, sure_to
    ):
        assert said(words) == (earliest, latest, sure_from, sure_to)

    @given(known_dates)
    def test_is_never_sure_beyond_what_may_be(self, known):
        extent = extent_of(known)
        assert (extent.earliest, extent.latest) == (known.earliest, known.latest)
        assert (extent.sure_from is None) == (extent.sure_to is None)
        if extent.sure_from:
            assert (extent.earliest or date.min) <= extent.sure_from <= extent.sure_to
            assert extent.sure_to <= (extent.latest or date.max)

    @pytest.mark.parametrize(
        ("words", "is_a_day"), [("16 May 2019", True), ("about 16 May 2019", False), ("May 2019", False)]
    )
    def test_of_a_day_that_is_known_is_that_day(self, words, is_a_day):
        assert extent_of(parse(words)).is_a_day == is_a_day
