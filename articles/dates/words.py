"""The English that a reader sees for a date as it is known: the day first, in the fewest words."""

from articles.dates.notation import Point, Span

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = ("spring", "summer", "autumn", "winter")
QUARTERS = ("Q1", "Q2", "Q3", "Q4")
# Nobody has fixed the edges of "early": four months each, which ISO 8601-2 can write as one point, 2020-37.
THIRDS = ("early", "mid", "late")
HALVES = ("H1", "H2")
NAMES: dict[int, str] = {
    **dict(enumerate(MONTHS, 1)),
    **dict(enumerate(SEASONS, 21)),
    **dict(enumerate(QUARTERS, 33)),
    **dict(enumerate(THIRDS, 37)),
    **dict(enumerate(HALVES, 40)),
}
QUALIFIERS = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}


def say(known: Point | Span) -> str:
    if isinstance(known, Point):
        return _point(known)
    return _choice(known) if known.choice else _interval(known)


def _point(point: Point) -> str:
    year = f"the {point.year}s" if point.grain == "decade" else str(point.year)
    return QUALIFIERS[point.qualifier] + _within_the_year(point) + year


def _within_the_year(point: Point) -> str:
    day = f"{point.day} " if point.day else ""
    return f"{day}{NAMES[point.part]} " if point.part else ""


def _choice(span: Span) -> str:
    if span.start and span.end:
        return f"between {_point(span.start)} and {_point(span.end)}"
    return f"{'before' if span.end else 'after'} {_point(span.outside())}"


def _interval(span: Span) -> str:
    if span.start and span.end:
        return _from_to(span.start, span.end)
    if span.start:
        return f"since {_point(span.start)}"
    return f"until {_point(span.end)}" if span.end else ""


def _from_to(start: Point, end: Point) -> str:
    if not _share_a_year(start, end):
        return f"from {_point(start)} to {_point(end)}"
    same_month = start.grain == "day" and start.part == end.part
    return f"{start.day if same_month else _within_the_year(start).strip()} to {_point(end)}"


def _share_a_year(start: Point, end: Point) -> bool:
    """Then it is said only once: 17 to 18 March 2004."""
    alike = (start.grain, start.year) == (end.grain, end.year) and start != end
    return alike and bool(start.part) and not start.qualifier and not end.qualifier
