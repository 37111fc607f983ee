import pytest

from articles.dates.fuzzydate import parse
from entities.band.extent import extent_of
from entities.band.happenings import Happening
from entities.band.timescale import Window
from entities.timeline.zoom import busiest, neighbours, window_at


def dated(*dates: str) -> list[Happening]:
    return [Happening(when, "/", "ink", extent_of(parse(when)) if when else None) for when in dates]


class TestTheBusiest:
    @pytest.mark.parametrize(
        ("scale", "dates", "first", "last"),
        [
            ("year", ["1987", "2020-05", "2020-08"], 2020, 2020),
            ("decade", ["1987", "2014", "2019"], 2010, 2019),
            ("year", ["1987", "2020"], 1987, 1987),
            ("decade", ["2008/2021", "2015"], 2010, 2019),
        ],
    )
    def test_is_where_most_may_lie_and_the_earliest_of_several(self, scale, dates, first, last):
        assert busiest(scale, dated(*dates)) == Window.of_years(first, last)

    def test_is_looked_for_within_what_is_seen(self):
        happenings = dated("1987", "2020-05", "2020-08")
        assert busiest("year", happenings, within=window_at("decade", 1985)) == window_at("year", 1987)

    @pytest.mark.parametrize("happenings", [[], dated("")])
    def test_is_nowhere_when_nothing_is_dated(self, happenings):
        assert busiest("year", happenings) is None


class TestNeighbours:
    def test_are_the_nearest_into_which_something_falls(self):
        happenings = dated("1987", "2004", "2020", "2024")
        assert neighbours("year", happenings, window_at("year", 2010)) == (
            window_at("year", 2004),
            window_at("year", 2020),
        )

    def test_are_missing_at_either_end(self):
        assert neighbours("decade", dated("2011"), window_at("decade", 2010)) == (None, None)
