"""The band as a drawing: nothing over anything else, nothing outside, and nothing left out in silence."""

from collections.abc import Iterator
from itertools import combinations
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.dates.fuzzydate import parse
from entities.band.drawing import INSET, MIDDLE, NARROW, WIDE, Band, draw
from entities.band.extent import extent_of
from entities.band.happenings import Era, Happening, whole_window
from entities.band.marks import RISE, SIZE, Count, Mark, Words
from entities.band.strokes import Lane
from entities.band.timescale import Window
from entities.lettering import width
from tests.articles.dates.known import known_dates

Rectangle = tuple[float, float, float, float]

FORMS = st.sampled_from([WIDE, MIDDLE, NARROW])
TITLES = st.sampled_from(
    ["Listed", "Huawei is founded in Shenzhen", "中芯国际在上海成立", "W" * 70, "A " * 60]
)
RECENT = st.sampled_from(["2019", "2019-05-16", "2020-05", "2020~", "2020/..", "2014/2019", "[..2018]"]).map(
    parse
)


def happening(when: str = "", **fields) -> Happening:
    known = parse(when) if when else None
    made = {
        "title": "Listed",
        "url": "/e/",
        "lane": "ink",
        "extent": known and extent_of(known),
        "when": when,
    }
    return Happening(**{**made, **fields})


@st.composite
def happenings(draw_one):
    known = draw_one(st.none() | known_dates | RECENT)
    return Happening(
        title=draw_one(TITLES),
        url="/e/",
        lane=draw_one(st.sampled_from(get_args(Lane))),
        extent=known and extent_of(known),
        weight=draw_one(st.integers(1, 3)),
    )


CROWDS = st.lists(happenings(), min_size=1, max_size=60)
MANY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FEW = settings(MANY, max_examples=15)


def eras(crowd: list[Happening]) -> list[Era]:
    undated = [one for one in crowd if one.extent is None]
    dated = Era(
        "A phase that was given a rather long name", "/p/", extent_of(parse("2014/2019")), undated[::2]
    )
    return [dated, Era("The longer view", "/p/", None, undated[1::2])]


def drawn(crowd: list[Happening], form=WIDE, window: Window | None = None, phases=()) -> Band:
    window = window or whole_window(crowd, phases)
    return draw(crowd, phases, window, form, lambda first, last: f"/{first}-{last}/")


def marks(band: Band) -> list[Mark]:
    return [mark for part in (*band.lanes, *band.strips, *band.undated) for mark in part.marks]


def counts(band: Band) -> list[Count]:
    in_lanes = [count for lane in band.lanes for count in lane.counts]
    return in_lanes + [strip.count for strip in (*band.strips, *band.undated) if strip.count]


def taken(words: Words) -> Rectangle:
    length = SIZE * width(words.text)
    left = words.x - {"start": 0, "middle": length / 2, "end": length}[words.anchor]
    return left, words.y - RISE - SIZE / 2, left + length, words.y - RISE + SIZE / 2


def rectangles(band: Band) -> Iterator[Rectangle]:
    for mark in marks(band):
        inside = mark.words and mark.words.anchor == "middle"
        yield mark.left, mark.top, mark.left + mark.width, mark.top + mark.height
        if mark.words and not inside:
            yield taken(mark.words)
    for count in counts(band):
        yield count.left, count.top, count.left + count.width, count.top + count.height
    yield from (taken(words) for words in band.ticks)
    yield from (taken(lane.name) for lane in band.lanes)
    yield from (taken(strip.words) for strip in (*band.strips, *band.undated) if strip.words.text)
    if band.undated_head:
        yield taken(band.undated_head)


def overlap(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


class TestABand:
    @MANY
    @given(CROWDS, FORMS)
    def test_has_nothing_over_anything_else(self, crowd, form):
        found = list(rectangles(drawn(crowd, form, phases=eras(crowd))))
        assert not [pair for pair in combinations(found, 2) if overlap(*pair)]

    @MANY
    @given(CROWDS, FORMS)
    def test_has_everything_inside(self, crowd, form):
        band = drawn(crowd, form, phases=eras(crowd))
        for left, top, right, bottom in rectangles(band):
            assert -0.01 <= left <= right <= form.width + 0.01
            assert 0 <= top <= bottom <= band.height

    @MANY
    @given(CROWDS, FORMS)
    def test_leaves_nothing_out(self, crowd, form):
        band = drawn(crowd, form, phases=eras(crowd))
        assert len(marks(band)) + sum(count.number for count in counts(band)) == len(crowd)

    @FEW
    @given(CROWDS, st.integers(1000, 2999), FORMS)
    def test_of_a_year_shows_what_may_lie_in_it(self, crowd, year, form):
        window = Window.of_years(year, year)
        band = drawn(crowd, form, window)
        shown = len(marks(band)) + sum(count.number for count in counts(band))
        assert shown == sum(one.touches(window) for one in crowd)

    @FEW
    @given(CROWDS, FORMS)
    def test_is_drawn_the_same_way_each_time(self, crowd, form):
        assert drawn(crowd, form, phases=eras(crowd)) == drawn(list(crowd), form, phases=eras(crowd))


class TestALane:
    def test_is_there_for_each_of_the_duo_for_both_and_for_others(self):
        crowd = [happening("2020", lane=lane) for lane in ("ink", "indigo", "both", "cinnabar")]
        assert [lane.lane for lane in drawn(crowd).lanes] == ["cinnabar", "both", "indigo", "ink"]

    def test_that_nothing_falls_into_is_not_drawn(self):
        assert [lane.lane for lane in drawn([happening("2020", lane="indigo")]).lanes] == ["indigo"]

    def test_counts_what_there_is_no_room_for_and_leads_to_its_years(self):
        (lane,) = drawn(
            [happening(f"{year}-07-01") for year in range(2000, 2004) for _ in range(40)], NARROW
        ).lanes
        assert lane.counts[0].name == "37 more events, Others, 2000"
        assert lane.counts[0].url == "/2000-2000/"

    def test_shows_what_weighs_most_when_it_is_crowded(self):
        crowd = [happening("2020-07-01", weight=weight) for weight in (1, 2, 1, 3, 1, 1, 2, 1)]
        (lane,) = drawn(crowd, NARROW).lanes
        assert sorted(mark.of.weight for mark in lane.marks) == [2, 2, 3]

    def test_keeps_the_words_of_what_weighs_most(self):
        crowd = [happening("2020-07-01", weight=3 - n % 3) for n in range(5)]
        (lane,) = drawn(crowd, WIDE).lanes
        assert all(mark.words for mark in lane.marks if mark.of.weight == 3)


class TestAMark:
    @pytest.mark.parametrize(
        ("when", "shape", "is_a_stroke"),
        [("16 May 2019", "day", False), ("2019", "year", True), ("about 16 May 2019", "day", True)],
    )
    def test_of_what_is_longer_or_less_certain_than_a_day_is_a_stroke(self, when, shape, is_a_stroke):
        (lane,) = drawn([happening(when, lane="indigo")], window=Window.of_years(2019, 2019)).lanes
        assert ("L" in lane.marks[0].shape.whole) == is_a_stroke

    def test_of_a_year_is_as_long_as_the_year(self):
        (lane,) = drawn([happening("2019")], window=Window.of_years(2019, 2019)).lanes
        assert lane.marks[0].width == pytest.approx(WIDE.width - WIDE.gutter - 2 * INSET)

    def test_stands_on_its_day(self):
        (lane,) = drawn([happening("2 July 2019")], window=Window.of_years(2019, 2019)).lanes
        (mark,) = lane.marks
        assert mark.left + mark.width / 2 == pytest.approx((WIDE.gutter + WIDE.width) / 2, abs=1)

    @pytest.mark.parametrize(
        ("when", "name"), [("1987", "1987: Listed, recorded"), ("", "Undated: Listed, recorded")]
    )
    def test_has_a_name_that_says_it_all(self, when, name):
        assert happening(when).name == name


class TestAPhase:
    def test_is_drawn_for_as_long_as_it_lasted(self):
        band = drawn(
            [happening("2010"), happening("2019")], phases=[Era("Rise", "", extent_of(parse("2012/2013")))]
        )
        (strip,) = band.strips
        assert (strip.end - strip.start) / (band.right - band.left - 32) == pytest.approx(0.2, abs=0.01)

    def test_without_dates_lies_apart(self):
        crowd = [happening("2010"), happening(standing="forecast")]
        band = drawn(crowd, phases=[Era("Later", "", None, [crowd[1]], is_ahead=True)])
        assert not band.strips
        assert band.undated[0].start > band.right
        assert band.undated_head.text == "Not dated"

    def test_without_dates_lies_below_on_a_narrow_screen(self):
        crowd = [happening("2010"), happening()]
        band = drawn(crowd, NARROW, phases=[Era("Later", "", None, [crowd[1]])])
        assert band.undated[0].y > band.axis

    def test_counts_its_undated_events_where_there_are_many(self):
        crowd = [happening("2010"), *(happening() for _ in range(60))]
        band = drawn(crowd, NARROW, phases=[Era("Later", "/later/", None, crowd[1:])])
        count = band.undated[0].count
        assert (count.name, count.url) == ("60 undated events, Later", "/later/")
