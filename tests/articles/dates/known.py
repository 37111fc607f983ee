"""Dates of every shape in which one can be known."""

from datetime import date

from hypothesis import strategies as st

from articles.dates.fuzzydate import FuzzyDate

DAYS = st.dates(date(1001, 1, 1), date(2998, 12, 31))
YEARS = st.integers(1011, 2988)


@st.composite
def points(draw, marks=("", "~", "?", "%")):
    year, mark = draw(YEARS), draw(st.sampled_from(marks))
    part = draw(st.sampled_from([*range(1, 13), *range(21, 25), *range(33, 42)]))
    whole = [str(year), f"{year}-{part:02}", draw(DAYS).isoformat(), f"{year // 10}X"]
    return draw(st.sampled_from(whole)) + mark


@st.composite
def spans(draw):
    ends = st.lists(points(("", "~", "?")), min_size=2, max_size=2)
    start, end = sorted(draw(ends), key=lambda edtf: (FuzzyDate(edtf).earliest, FuzzyDate(edtf).latest))
    shapes = [f"{start}/{end}", f"{start}/..", f"../{end}", f"[{start}..{end}]", f"[{start}..]", f"[..{end}]"]
    return draw(st.sampled_from(shapes))


@st.composite
def spans_within_a_year(draw):
    """Where words are shared between both ends."""
    year = draw(YEARS)
    codes = draw(st.sampled_from([range(1, 13), range(21, 25), range(33, 37), range(37, 40), range(40, 42)]))
    first, second = sorted(draw(st.lists(st.sampled_from(codes), min_size=2, max_size=2)))
    days = [f"-{day:02}" for day in sorted(draw(st.lists(st.integers(1, 28), min_size=2, max_size=2)))]
    start_day, end_day = days if codes == range(1, 13) and draw(st.booleans()) else ("", "")
    return f"{year}-{first:02}{start_day}/{year}-{second:02}{end_day}"


known_dates = (points() | spans() | spans_within_a_year()).map(FuzzyDate)
