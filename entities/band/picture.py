"""The band of some events as a reader meets it: drawn for screens of several widths, with what it says in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from entities.band.drawing import MIDDLE, NARROW, Band, Form, draw
from entities.band.happenings import Era, Happening, whole_window
from entities.band.lanes import More
from entities.band.timescale import Window

SMALL = (MIDDLE, NARROW)
SLIM = (replace(MIDDLE, rows=2), replace(NARROW, rows=2))
STROKES = "a stroke that thins out covers the days among which the event fell; a shorter doubt is drawn as a plain mark"
SIGNS = {
    "undated": "hollow is undated",
    "judgement": "half filled is the article’s judgement",
    "forecast": "dashed is a forecast",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """`left_out` is how many events weigh too little to be among the happenings."""

    window: Window
    bands: Sequence[Band]
    happenings: Sequence[Happening]
    eras: Sequence[Era]
    left_out: int = 0

    @property
    def title(self) -> str:
        drawn = sum(one.touches(self.window) for one in self.happenings)
        return f"{counted(drawn)} on a line of time, {self.window.words}"

    @property
    def is_broad(self) -> bool:
        return len(self.bands) > len(SMALL)

    @property
    def notes(self) -> list[str]:
        """What a reader has to know in order not to take the picture for more than it says."""
        return [note for note in (self._signs(), self._phases(), self._elsewhere(), self._left_out()) if note]

    def _signs(self) -> str:
        shown = {one.standing for one in self.happenings}
        if any(era.undated for era in self.eras):
            shown.add("undated")
        signs = [words for sign, words in SIGNS.items() if sign in shown]
        strokes = [STROKES] if any(one.extent and not one.extent.is_a_day for one in self.happenings) else []
        said = "; ".join([*strokes, *signs])
        return f"{said[:1].upper()}{said[1:]}." if said else ""

    def _phases(self) -> str:
        borrowed = any(era.extent and not era.is_dated for era in self.eras)
        return (
            "A phase that has no dates is drawn from its first to its last dated event." if borrowed else ""
        )

    def _elsewhere(self) -> str:
        dated = [one for one in self.happenings if one.extent and not one.touches(self.window)]
        before = sum(one.years.start <= self.window.first.year for one in dated)
        undated = sum(one.extent is None for one in self.happenings) - sum(
            len(era.undated) for era in self.eras
        )
        places = {"before it": before, "after it": len(dated) - before, "without a date": undated}
        said = [f"{number} {place}" for place, number in places.items() if number]
        return f"Not drawn: {', '.join(said)}." if said else ""

    def _left_out(self) -> str:
        return f"{counted(self.left_out)} that weigh less are only in the list." if self.left_out else ""


def picture(
    happenings: Sequence[Happening],
    eras: Iterable[Era],
    more: More,
    forms: Iterable[Form] = SMALL,
    *,
    window: Window | None = None,
    left_out: int = 0,
) -> Picture | None:
    """Of all years, unless a window is given. None where nothing is dated: that is no picture."""
    eras = list(eras)
    all_of_it = whole_window(happenings, eras)
    if all_of_it is None:
        return None
    shown = [era for era in eras if window is None or era.touches(window)]
    bands = [draw(happenings, shown, window or all_of_it, form, more) for form in forms]
    return Picture(window or all_of_it, bands, happenings, shown, left_out)


def counted(number: int) -> str:
    return f"{number} event{'' if number == 1 else 's'}"
