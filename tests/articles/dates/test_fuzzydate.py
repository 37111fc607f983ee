"""A date as it is known: each phrase and each notation, and that no date is ever lost between the two."""

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.dates.fuzzydate import FuzzyDate, FuzzyDateError, parse
from tests.articles.dates.known import DAYS, YEARS, known_dates, points


class TestNotation:
    @given(known_dates)
    def test_is_what_a_date_prints_as_and_reads_back(self, known):
        assert parse(str(known)) == known == FuzzyDate(known.edtf)

    @pytest.mark.parametrize(
        "text", ["about 1987", " 1987", "1987\n", "201x", "１９８７", "2019-02-30", "2019/2014"]
    )
    def test_is_all_that_a_date_is_made_from(self, text):
        with pytest.raises(FuzzyDateError):
            FuzzyDate(text)


class TestBounds:
    @given(DAYS)
    def test_of_a_day_are_that_day(self, day):
        known = FuzzyDate(day.isoformat())
        assert known.earliest == known.latest == day

    @given(YEARS, st.integers(1, 12))
    def test_of_a_month_are_the_calendars(self, year, month):
        known = FuzzyDate(f"{year}-{month:02}")
        assert known.earliest == date(year, month, 1)
        assert known.latest == date(year, month, calendar.monthrange(year, month)[1])

    @given(YEARS, st.sampled_from(["", "~", "?", "%"]))
    def test_of_a_year_are_its_first_and_last_day_whatever_qualifies_it(self, year, mark):
        known = FuzzyDate(f"{year}{mark}")
        assert (known.earliest, known.latest) == (date(year, 1, 1), date(year, 12, 31))

    @pytest.mark.parametrize(
        ("edtf", "earliest", "latest"),
        [
            ("201X", date(2010, 1, 1), date(2019, 12, 31)),
            ("2020-21", date(2020, 3, 1), date(2020, 5, 31)),
            ("2020-24", date(2020, 12, 1), date(2021, 2, 28)),
            ("2019-24", date(2019, 12, 1), date(2020, 2, 29)),
            ("2023-35", date(2023, 7, 1), date(2023, 9, 30)),
            ("2020-37", date(2020, 1, 1), date(2020, 4, 30)),
            ("2020-39", date(2020, 9, 1), date(2020, 12, 31)),
            ("2020-41", date(2020, 7, 1), date(2020, 12, 31)),
            ("2014/2019", date(2014, 1, 1), date(2019, 12, 31)),
            ("2014-05/2014", date(2014, 5, 1), date(2014, 12, 31)),
            ("2014/..", date(2014, 1, 1), None),
            ("../1985", None, date(1985, 12, 31)),
            ("[..1989]", None, date(1989, 12, 31)),
            ("[1991..]", date(1991, 1, 1), None),
            ("[2014..2019]", date(2014, 1, 1), date(2019, 12, 31)),
            ("2999-24", date(2999, 12, 1), date(3000, 2, 28)),
        ],
    )
    def test_are_the_first_and_last_day_named(self, edtf, earliest, latest):
        assert (FuzzyDate(edtf).earliest, FuzzyDate(edtf).latest) == (earliest, latest)

    @given(known_dates)
    def test_never_cross(self, known):
        assert (known.earliest or date.min) <= (known.latest or date.max)

    @given(points(("",)))
    def test_of_before_and_after_are_the_days_outside(self, edtf):
        point = FuzzyDate(edtf)
        assert (point.earliest - parse(f"before {point.words}").latest).days == 1
        assert (parse(f"after {point.words}").earliest - point.latest).days == 1


class TestPrecision:
    @pytest.mark.parametrize(
        ("edtf", "precision"),
        [
            *(("2019-05-16", "day"), ("2019-05~", "month"), ("2019-35", "quarter"), ("2019-21", "season")),
            *(("2019", "year"), ("201X", "decade"), ("2019-37", "span"), ("2019-40", "span")),
            *(("2014/2019", "span"), ("2014/..", "span"), ("[..1989]", "span")),
        ],
    )
    def test_is_the_kind_of_stretch_named(self, edtf, precision):
        assert FuzzyDate(edtf).precision == precision

    @pytest.mark.parametrize("edtf", ["2019-05-16", "2019-05", "2019", "2019-35", "2019-21", "2019-40"])
    def test_is_certain_for_one_stretch_with_sharp_edges(self, edtf):
        assert FuzzyDate(edtf).is_certain

    @pytest.mark.parametrize(
        "edtf", ["2019~", "2019?", "2019%", "201X", "2019-37", "2014/2019", "../1985", "[1991..]"]
    )
    def test_is_uncertain_for_all_others(self, edtf):
        assert not FuzzyDate(edtf).is_certain


class TestAFuzzyDate:
    def test_is_a_value(self):
        assert {FuzzyDate("1987"), FuzzyDate("1987"), parse("1987")} == {FuzzyDate("1987")}

    def test_cannot_be_changed(self):
        with pytest.raises(AttributeError):
            FuzzyDate("1987").edtf = "1988"
