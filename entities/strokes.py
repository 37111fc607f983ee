"""The shapes that a picture of time is drawn with, as SVG path data: knots for days, and strokes that thin out where little is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from entities.extent import Extent
from entities.timescale import Timescale

Lane = Literal["cinnabar", "both", "indigo", "ink"]
Profile = list[
    tuple[float, float]
]  # places along the line, each with how thick the stroke is there, from 0 to 1

BLUNT = 0.3  # how thick a stroke ends where its limit is known


@dataclass(frozen=True, slots=True)
class Shape:
    """`half` is the left half of what `whole` is the outline of."""

    whole: str
    half: str


def knot(lane: Lane, x: float, y: float, radius: float) -> Shape:
    """A circle for Huawei, a square for SMIC, half of each for both, a diamond for all others; `radius` to either side."""
    r = radius
    round_half = f"M{n(x)} {n(y - r)}A{n(r)} {n(r)} 0 0 0 {n(x)} {n(y + r)}"
    square_half = f"M{n(x)} {n(y - r)}H{n(x - r)}V{n(y + r)}H{n(x)}"
    if lane == "cinnabar":
        return Shape(f"{round_half}A{n(r)} {n(r)} 0 0 0 {n(x)} {n(y - r)}Z", f"{round_half}Z")
    if lane == "indigo":
        return Shape(f"{square_half}H{n(x + r)}V{n(y - r)}Z", f"{square_half}Z")
    if lane == "both":
        return Shape(f"{round_half}H{n(x + r)}V{n(y - r)}Z", f"{round_half}Z")
    half = f"M{n(x)} {n(y - r)}L{n(x - r)} {n(y)}L{n(x)} {n(y + r)}"
    return Shape(f"{half}L{n(x + r)} {n(y)}Z", f"{half}Z")


def stroke(profile: Profile, y: float, radius: float) -> Shape:
    start, end = profile[0][0], profile[-1][0]
    return Shape(
        _outline(profile, y, radius), _outline(clipped(profile, start, (start + end) / 2), y, radius)
    )


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


def _outline(profile: Profile, y: float, radius: float) -> str:
    above = [f"{n(x)} {n(y - radius * thick)}" for x, thick in profile]
    below = [f"{n(x)} {n(y + radius * thick)}" for x, thick in reversed(profile)]
    return "M" + "L".join((*above, *below)) + "Z"
