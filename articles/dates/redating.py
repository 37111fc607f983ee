"""What words that are true for a while meant on the day on which they were written, said so that it stays true."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from articles.dates.vague_times import NUMBERS, VAGUE, VagueTime
from articles.dates.words import MONTHS

STOPS, OPENING, CLOSING = ".!?…。！？”:", ",;(–—", ",.;:!?)–—"
ASIDES = ("as of", "shortly")  # what is said stands between commas
ORDINALS = ("first", "second", "third", "fourth")


@dataclass(frozen=True, slots=True)
class Redating:
    """`words` for the code points from `start` to before `end`."""

    start: int
    end: int
    words: str

    def of(self, text: str) -> str:
        return text[: self.start] + self.words + text[self.end :]


def dated(text: str, vague: VagueTime, on: date) -> Redating | None:
    """What can stand there when it was true on that day; None if only a person can word it."""
    found = VAGUE.fullmatch(text[vague.start : vague.end])
    if found is None or found["own"]:
        return None
    try:
        return _set_in(text, vague, _said(found, on))
    except (ValueError, OverflowError):  # "three thousand years ago": the calendar has no such day
        return None


def _said(found: re.Match[str], on: date) -> str:
    kind = next(name for name in _SAY if found[name])
    return _SAY[kind](found, on)


def _month(on: date) -> str:
    return f"{MONTHS[on.month - 1]} {on.year}"


def _recent(found: re.Match[str], on: date) -> str:
    unit = found["recent"].lower()
    return f"in the {unit} before {on.year if unit == 'years' else _month(on)}"


def _spell(found: re.Match[str], on: date) -> str:
    words = found["spell"].lower()
    return f"from {on.year - (10 if words == 'decade' else _number(words.split()[0]))} to {on.year}"


def _ago(found: re.Match[str], on: date) -> str:
    number = _number(found["ago"])
    if found["measure"].lower() == "years":
        return f"in about {on.year - number}"
    return f"in about {_month(_months_from(on, -number))}"


def _relative(found: re.Match[str], on: date) -> str:
    step = {"last": -1, "this": 0, "next": 1}[found["which"].lower()]
    before = (found["before"] or "in ").lower()
    return before + _UNITS[found["unit"].lower()](on, step)


def _week(on: date, step: int) -> str:
    monday = on - timedelta(days=on.weekday()) + timedelta(weeks=step)
    return f"the week of {monday.day} {_month(monday)}"


def _quarter(on: date, step: int) -> str:
    then = _months_from(on, 3 * step)
    return f"the {ORDINALS[(then.month - 1) // 3]} quarter of {then.year}"


def _day(found: re.Match[str], on: date) -> str:
    day = on + timedelta(days=-1 if found["day"].lower() == "yesterday" else 1)
    return f"on {day.day} {_month(day)}"


def _months_from(on: date, months: int) -> date:
    number = on.year * 12 + on.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def _number(word: str) -> int:
    return NUMBERS.get(word.lower()) or int(word)


_UNITS: dict[str, Callable[[date, int], str]] = {
    "year": lambda on, step: str(on.year + step),
    "month": lambda on, step: _month(_months_from(on, step)),
    "week": _week,
    "quarter": _quarter,
    "decade": lambda on, step: f"the {on.year // 10 * 10 + 10 * step}s",
}
_SAY: dict[str, Callable[[re.Match[str], date], str]] = {
    "present": lambda found, on: f"as of {_month(on)}",
    "lately": lambda found, on: f"shortly before {_month(on)}",
    "recent": _recent,
    "spell": _spell,
    "ago": _ago,
    "which": _relative,
    "day": _day,
}


def _set_in(text: str, vague: VagueTime, said: str) -> Redating:
    """With the commas and the capital that the place asks for."""
    before, after = text[: vague.start].rstrip(), text[vague.end :].lstrip()
    closes = not after or after[0] in CLOSING
    if not before or before[-1] in STOPS:
        return Redating(vague.start, vague.end, said[0].upper() + said[1:] + ("" if closes else ","))
    if not said.startswith(ASIDES):
        return Redating(vague.start, vague.end, said)
    if before[-1] in OPENING:
        return Redating(vague.start, vague.end, said + ("" if closes else ","))
    return Redating(len(before), vague.end, f", {said}" + ("" if closes else ","))
