"""What an editor may write for a date: EDTF, or one of the English phrases of this grammar and no other."""

import re

from articles.dates.notation import Point, Span, read, read_point
from articles.dates.words import MONTHS, NAMES

ORDINALS = (("first", "second", "third", "fourth"), ("1st", "2nd", "3rd", "4th"))
CODES = {
    **{name.lower(): code for code, name in NAMES.items()},
    **{name.lower()[:3]: code for code, name in enumerate(MONTHS, 1)},
    **{f"{nth} quarter": code for nths in ORDINALS for code, nth in zip(range(33, 37), nths, strict=True)},
    **{f"{nth} half": code for nths in ORDINALS for code, nth in zip(range(40, 42), nths, strict=False)},
    "sept": 9,
    "fall": 23,
    "middle": 38,
}
PART = f"(?P<part>{'|'.join(sorted(CODES, key=len, reverse=True))})"
DAY = r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>\d{4})"
DATED = [
    re.compile(rf"{DAY}(?: of)? {PART}\.?,? {YEAR}"),
    re.compile(rf"{PART}\.? {DAY},? {YEAR}"),
    re.compile(rf"(?:the )?{PART}(?:\.?,?| of| in) {YEAR}"),
]
DECADE = re.compile(r"(?:the )?(\d{3}0)s")
QUALIFIED = re.compile(
    r"(?P<perhaps>(?:perhaps|possibly|maybe|probably) )?"
    r"(?P<about>(?:about|around|approximately|roughly|circa) |ca?\.? ?(?=\d)|ca?\. )?(?P<rest>.+)"
)
PRESENT = re.compile(r"(?:from )?(.+?)(?: (?:to|until|till) | ?- ?)(?:the )?(?:now|present|today|date|open)")
ONWARDS = re.compile(r"(?:since|from) (.+?)(?: onwards?)?|(.+) onwards?")
UNTIL = re.compile(r"(?:until|till|up to) (.+)")
BEFORE = re.compile(r"before (.+)")
AFTER = re.compile(r"after (.+)")
BETWEEN = re.compile(r"between (.+) and (.+)")
TO = re.compile(r" (?:to|until|till|through) | - |-")
HYPHENATED = re.compile(r"\b(early|mid|late)-(?=\d)")
MONTH_BEFORE_DAYS = re.compile(r"\b([a-z]+\.?) (\d{1,2})(?: ?- ?| to )(\d{1,2}),? (\d{4})$")
TYPOGRAPHY = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " "})


def understand(text: str) -> Point | Span:
    """ValueError with the reason when it is not understood, or says what cannot be."""
    plain = text.translate(TYPOGRAPHY)
    if not plain.isascii() or not plain.isprintable():
        raise ValueError("it holds characters that dates are not written with")
    plain = re.sub(r" +", " ", plain).strip()
    if "/" in plain or plain.startswith("["):
        return read(plain)
    known = _phrase(plain.lower())
    if known is None:
        raise ValueError("it is not understood" if plain else "nothing was given")
    return known


def _phrase(words: str) -> Point | Span | None:
    words = HYPHENATED.sub(r"\1 ", words)
    words = MONTH_BEFORE_DAYS.sub(r"\2 to \3 \1 \4", words)
    return _point(words) or _open(words) or _between(words) or _from_to(words)


def _point(words: str) -> Point | None:
    """None when it does not look like a point; ValueError when it does but there is no such date."""
    found = QUALIFIED.fullmatch(words)
    if found is None:
        return None
    mark = {(True, True): "%", (True, False): "?", (False, True): "~"}
    qualifier = mark.get((bool(found["perhaps"]), bool(found["about"])), "")
    edtf = _unqualified(found["rest"])
    # What carries a mark of its own is EDTF already, and cannot be qualified twice.
    return read_point(edtf.upper() + qualifier)


def _unqualified(words: str) -> str:
    """In EDTF where it is understood, otherwise as it was."""
    if found := DECADE.fullmatch(words):
        return f"{found[1][:3]}X"
    for pattern in DATED:
        if found := pattern.fullmatch(words):
            day = found.groupdict().get("day")
            return f"{found['year']}-{CODES[found['part']]:02}" + (f"-{int(day):02}" if day else "")
    return words


def _open(words: str) -> Span | None:
    if found := PRESENT.fullmatch(words) or ONWARDS.fullmatch(words):
        start = _point(found[1] or found[2])
        return Span(start, None) if start else None
    if found := UNTIL.fullmatch(words):
        end = _point(found[1])
        return Span(None, end) if end else None
    return _one_side(words)


def _one_side(words: str) -> Span | None:
    if found := BEFORE.fullmatch(words):
        point = _point(found[1])
        return Span(None, point.beside(-1), choice=True) if point else None
    if found := AFTER.fullmatch(words):
        point = _point(found[1])
        return Span(point.beside(1), None, choice=True) if point else None
    return None


def _between(words: str) -> Span | None:
    found = BETWEEN.fullmatch(words)
    pair = _pair(found[1], found[2]) if found else None
    return Span(*pair, choice=True) if pair else None


def _from_to(words: str) -> Span | None:
    bare = words.removeprefix("from ")
    for found in TO.finditer(bare):
        if found[0] == "-" and bare.count("-") > 1:
            continue
        pair = _pair(bare[: found.start()], bare[found.end() :])
        # In "about 2014 to 2019" the first word may belong to one end or to both.
        if pair and (bare != words or not pair[0].qualifier):
            return Span(*pair)
    return None


def _pair(first: str, second: str) -> tuple[Point, Point] | None:
    """Both ends, the first made whole from the second: "17" and "18 March 2004"."""
    end = _point(second)
    if end is None:
        return None
    if start := _point(first):
        return start, end
    month = f" {NAMES[end.part].lower()}" if end.day else ""
    for rest in (f"{month} {end.year}", f" {end.year}"):
        start = _point(first + rest)
        if start and start.grain == end.grain:
            return start, end
    return None
