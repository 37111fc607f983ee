from datetime import date

import pytest

from articles.dates.fuzzydate import parse
from entities.noticing.lifetimes import date_of, disagrees, first_day, last_day


class TestTheDateOfAFact:
    @pytest.mark.parametrize(
        ("value", "edtf"),
        [
            ("1987", "1987"),
            ("1 April 1976", "1976-04-01"),
            ("1987, in Shenzhen", "1987"),
            ("1987 in Shenzhen", "1987"),
            ("July 1985 (as a college)", "1985-07"),
            ("in Shenzhen in 1987", "1987"),
            ("about 1987", "1987~"),
        ],
    )
    def test_is_read_beside_other_words(self, value, edtf):
        assert str(date_of(value)) == edtf

    @pytest.mark.parametrize(
        "value", ["Shenzhen", "", "between the wars", "in 1987, and again in 2004", "1,987 people"]
    )
    def test_is_none_where_it_names_none_or_several(self, value):
        assert date_of(value) is None


class TestALife:
    def test_begins_with_the_first_day_that_a_beginning_can_mean(self):
        assert first_day([parse("1987"), parse("March 1990")]) == date(1987, 1, 1)

    def test_ends_with_the_last_day_that_an_end_can_mean(self):
        assert last_day([parse("1987"), parse("March 1990")]) == date(1990, 3, 31)

    def test_is_not_known_from_dates_that_are_not_sure(self):
        assert first_day([parse("about 1987")]) is None
        assert last_day([]) is None


class TestDisagreement:
    @pytest.mark.parametrize(
        ("named", "own"),
        [
            (["2019"], ["16 May 2019"]),
            (["2014", "2019"], ["May 2019"]),
            (["since 2014"], ["2019"]),
            (["2021"], ["28 March 2022", "2021"]),
            ([], ["2019"]),
        ],
    )
    def test_is_none_where_one_can_be_the_other(self, named, own):
        assert not disagrees(map(parse, named), map(parse, own))

    def test_is_where_every_date_is_another(self):
        assert disagrees([parse("2018"), parse("May 2020")], [parse("2019")])
