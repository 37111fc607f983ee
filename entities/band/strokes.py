"""The shapes that a picture of time is drawn with, as SVG path data: knots for days, and strokes that thin out where little is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from entities.band.extent import Extent
from entities.band.timescale import Timescale

Lane = Literal["cinnabar", "both", "indigo", "ink"]
Profile = list[
    tuple[float, float]
]  # places along the line, each with how thick the stroke is there, from 0 to 1

BLUNT = 0.3  # how thick a stroke ends where its limit is known


@dataclass(frozen=True, slots=True)
class Shape:
    """`whole` is closed; `half` is the left of it and `rest` the right, each open in the middle."""

    whole: str
    half: str
    rest: str


def knot(lane: Lane, x: float, y: float, radius: float) -> Shape:
    """A circle for Huawei, a square for SMIC, half of each for both, a diamond for all others; `radius` to either side."""
    half = _round if lane in ("cinnabar", "both") else _square if lane == "indigo" else _pointed
    rest = _round if lane == "cinnabar" else _pointed if lane == "ink" else _square
    down, up = half(x, y, radius, -1), rest(x, y, radius, 1)
    top, foot = f"M{n(x)} {n(y - radius)}", f"M{n(x)} {n(y + radius)}"
    return Shape(f"{top}{down}{up}Z", f"{top}{down}", f"{foot}{up}")


def stroke(profile: Profile, y: float, radius: float) -> Shape:
    start, end = profile[0][0], profile[-1][0]
    middle = (start + end) / 2
    halves = [clipped(profile, start, middle), clipped(profile, middle, end)]
    return Shape(*(f"M{'L'.join(_outline(one, y, radius))}Z" for one in (profile, *halves)))


def profile_of(extent: Extent, scale: Timescale) -> Profile:
    """Cut where the picture ends; an open end thins out to there. Nothing is left of what lies outside."""
    tip = BLUNT if extent.is_certain else 0
    rise = (scale.begin(extent.earliest), tip) if extent.earliest else None
    fall = (scale.finish(extent.latest), tip) if extent.latest else None
    full = _full(extent, scale)
    start = rise or (min(scale.start, full[0]), 0)
    end = fall or (max(scale.end, full[-1]), 0)
    return clipped([start, *((place, 1.0) for place in full), end], scale.start, scale.end)


def clipped(profile: Profile, start: float, end: float) -> Profile:
    """What lies between two places, cut there at the thickness that it has there."""
    if profile[-1][0] < start or profile[0][0] > end:
        return []
    start, end = max(start, profile[0][0]), min(end, profile[-1][0])
    inside = [(place, thick) for place, thick in profile if start < place < end]
    return [_at(profile, start), *inside, _at(profile, end)]


def n(number: float) -> str:
    """As short as a drawing needs it."""
    return f"{number:.1f}".removesuffix(".0")


def _full(extent: Extent, scale: Timescale) -> Sequence[float]:
    """Where the stroke is as thick as it gets: while something lasted, or in the middle of where it may have been."""
    if extent.sure_from and extent.sure_to:
        return scale.begin(extent.sure_from), scale.finish(extent.sure_to)
    ends = [scale.begin(extent.earliest)] if extent.earliest else []
    ends += [scale.finish(extent.latest)] if extent.latest else []
    return [sum(ends) / len(ends)]


def _at(profile: Profile, place: float) -> tuple[float, float]:
    """Where several points share the place, the thickest."""
    here = [thick for x, thick in profile if x == place]
    if here:
        return place, max(here)
    (x0, t0), (x1, t1) = next(pair for pair in pairwise(profile) if pair[1][0] > place)
    return place, t0 + (t1 - t0) * (place - x0) / (x1 - x0)


def _outline(profile: Profile, y: float, radius: float) -> list[str]:
    above = [f"{n(x)} {n(y - radius * thick)}" for x, thick in profile]
    below = [f"{n(x)} {n(y + radius * thick)}" for x, thick in reversed(profile)]
    return [*above, *below]


def _round(x: float, y: float, radius: float, side: int) -> str:
    """Down the left, where `side` is -1, or up the right; and so do the others."""
    return f"A{n(radius)} {n(radius)} 0 0 0 {n(x)} {n(y - side * radius)}"


def _square(x: float, y: float, radius: float, side: int) -> str:
    return f"H{n(x + side * radius)}V{n(y - side * radius)}H{n(x)}"


def _pointed(x: float, y: float, radius: float, side: int) -> str:
    return f"L{n(x + side * radius)} {n(y)}L{n(x)} {n(y - side * radius)}"
