import re
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.dates.fuzzydate import parse
from entities.band.extent import extent_of
from entities.band.strokes import BLUNT, Lane, clipped, knot, profile_of, stroke
from entities.band.timescale import Timescale, Window
from tests.articles.dates.known import known_dates
from tests.entities.band.test_timescale import SCALES

DECADE = Timescale(Window.of_years(2011, 2020), 0, 3653)  # a unit for each day
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def drawn(words: str) -> list[tuple[int, float]]:
    return [(round(place), thick) for place, thick in profile_of(extent_of(parse(words)), DECADE)]


class TestAStroke:
    @pytest.mark.parametrize(
        ("words", "profile"),
        [
            ("2 January 2011", [(1, BLUNT), (2, 1), (2, BLUNT)]),
            ("2012", [(365, BLUNT), (548, 1), (731, BLUNT)]),
            ("about 2012", [(365, 0), (548, 1), (731, 0)]),
            ("1 January 2012 to 31 December 2013", [(365, 1), (1096, 1)]),
            ("2012 to 2014", [(365, BLUNT), (730, 1), (1097, 1), (1461, BLUNT)]),
            ("before 2012", [(0, 0), (365, 1)]),
            ("after 2019", [(3287, 1), (3653, 0)]),
            ("since 2019", [(2922, BLUNT), (3286, 1), (3287, 1), (3653, 0)]),
            ("until 2011", [(0, 1), (1, 1), (365, BLUNT)]),
            ("2001 to 2030", [(0, 1), (3653, 1)]),
            ("before 2000", []),
            ("since 2030", []),
        ],
    )
    def test_thins_out_where_little_is_known(self, words, profile):
        assert [place for place, _ in drawn(words)] == [place for place, _ in profile]
        assert [thick for _, thick in drawn(words)] == pytest.approx([thick for _, thick in profile])

    @given(known_dates, SCALES)
    def test_stays_on_the_line_and_runs_forwards(self, known, scale):
        profile = profile_of(extent_of(known), scale)
        assert bool(profile) == scale.window.touches(known.earliest, known.latest)
        assert all(scale.start <= place <= scale.end and 0 <= thick <= 1 for place, thick in profile)
        assert all(first[0] <= second[0] for first, second in pairwise(profile))

    @given(known_dates)
    def test_never_leaves_the_days_that_are_named(self, known):
        scale = Timescale(Window.of_years(1000, 2999), 0, 1000)
        profile = profile_of(extent_of(known), scale)
        assert profile[0][0] == pytest.approx(scale.begin(known.earliest) if known.earliest else 0)
        assert profile[-1][0] == pytest.approx(scale.finish(known.latest) if known.latest else 1000)

    def test_is_an_outline_with_its_halves(self):
        shape = stroke([(0, 0), (10, 1), (20, 0)], 50, 4)
        assert shape.whole == "M0 50L10 46L20 50L20 50L10 54L0 50Z"
        assert (shape.half, shape.rest) == ("M0 50L10 46L10 54L0 50Z", "M10 46L20 50L20 50L10 54Z")


class TestACut:
    def test_keeps_the_thickness_that_was_there(self):
        assert clipped([(0, 0), (10, 1)], 5, 20) == [(5, 0.5), (10, 1)]

    def test_where_several_points_meet_takes_the_thickest(self):
        assert clipped([(0, 0), (5, 0.2), (5, 1), (9, 0)], 5, 9) == [(5, 1), (9, 0)]


class TestAKnot:
    @pytest.mark.parametrize("lane", get_args(Lane))
    def test_has_a_shape_of_its_own(self, lane):
        others = set(get_args(Lane)) - {lane}
        assert knot(lane, 0, 0, 5).whole not in {knot(other, 0, 0, 5).whole for other in others}

    @given(st.sampled_from(get_args(Lane)), st.integers(10, 90))
    def test_lies_around_its_place(self, lane, place):
        shape = knot(lane, place, place, 5)
        for path in (shape.whole, shape.half, shape.rest):
            assert {float(number) for number in NUMBER.findall(path)} <= {place - 5, place, place + 5, 5, 0}

    def test_of_both_is_half_of_each(self):
        both = knot("both", 0, 0, 5)
        assert (both.half, both.rest) == (knot("cinnabar", 0, 0, 5).half, knot("indigo", 0, 0, 5).rest)
