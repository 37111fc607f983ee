"""Where the sentences of a text begin and end, in English and Chinese, in one pass over the text."""

import re
from bisect import bisect_left, bisect_right

Bounds = tuple[int, int]

CLOSERS = "\"'”’»)\\]}」』】）》〉"
HAN_STOPS = "。！？｡"
# Every part is possessive: nothing is read twice, so a megabyte of dots or of spaces costs one pass.
STOP = re.compile(
    rf"(?P<stops>[.!?…{HAN_STOPS}]++)(?P<closers>(?:\[[0-9]{{1,3}}\]|[{CLOSERS}])*+)(?P<gap>\s*+)"
    r"|(?P<blank_line>\n[^\S\n]*+\n\s*+)"
)
WORD_BEFORE = re.compile(r"[^\W_]+(?:\.[^\W_]+)*$")
LONGEST_WORD = 12
INITIALS = re.compile(r"(?:[^\W\d_\u3400-\u9fff]\.)*[^\W\d_\u3400-\u9fff]")


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


BEFORE_NAMES = _words("mr mrs ms dr prof rev hon gov sen rep gen col st mt vs v cf viz approx e.g i.e")
BEFORE_NUMBERS = _words(
    "no nos art sec ch fig figs vol p pp para paras ca c",
    "jan feb mar apr jun jul aug sep sept oct nov dec",
)
ANYWHERE = _words("inc co corp ltd plc bros dept univ etc jr sr al ph.d")
# Words that begin sentences and seldom go on with a name: "in the U.S. The firm", but "the U.S. Department".
OPENERS = _words(
    "a all also although an and another as at because both but by despite during each even finally first",
    "for from he here his how however i if in instead it its last later many meanwhile most no nor not",
    "now on once one only or other our over several she since so some still such that the their then",
    "there these they this those though thus today to two under until we what when where whether which",
    "while who why with yet you",
)
NEXT_WORD = re.compile(r"[\"'“‘«(\[]{0,3}([^\W_]{1,16})")
# iPhone, eMMC: lower case that may begin a sentence.
CAMEL = re.compile(r"[a-z]{1,3}[A-Z]")


def split(text: str) -> list[Bounds]:
    """Bounds in code points, in order, without the white space around; they leave out nothing else."""
    sentences, start = [], len(text) - len(text.lstrip())
    for found in STOP.finditer(text):
        if found["blank_line"] or _ends_a_sentence(text, start, found):
            sentences.append((start, found.end("closers") if found["stops"] else found.start()))
            start = found.end()
    sentences.append((start, len(text)))
    trimmed = [(start, start + len(text[start:end].rstrip())) for start, end in sentences]
    return [(start, end) for start, end in trimmed if start < end]


def around(text: str, start: int, end: int) -> Bounds:
    """The bounds of the sentences that hold start to end; between sentences, of the next or else the last."""
    return holding(split(text), start, end)


def holding(sentences: list[Bounds], start: int, end: int) -> Bounds:
    """As `around`, in a text that is split already."""
    if not sentences:
        return 0, 0
    last = len(sentences) - 1
    first = min(bisect_right(sentences, start, key=lambda bounds: bounds[1]), last)
    final = bisect_left(sentences, end, key=lambda bounds: bounds[0]) - 1
    return sentences[first][0], sentences[max(first, final)][1]


def number_at(text: str, at: int) -> int:
    """Which sentence holds that code point, counted from 1; between sentences the next, or else the last."""
    ends = [end for _, end in split(text)]
    return min(bisect_right(ends, at) + 1, max(len(ends), 1))


def _ends_a_sentence(text: str, start: int, found: re.Match[str]) -> bool:
    stops, after = found["stops"], found.end()
    if any(stop in HAN_STOPS for stop in stops) or found["gap"].count("\n") > 1:
        return True
    if not found["gap"]:
        return after == len(text) or (stops[-1] in "!?" and _is_han(text[after]))
    if after < len(text) and text[after].islower() and not CAMEL.match(text, after):
        return False
    return stops != "." or not _is_abbreviation(text, start, found)


def _is_abbreviation(text: str, start: int, found: re.Match[str]) -> bool:
    stop, after = found.start(), found.end()
    before = WORD_BEFORE.search(text[max(start, stop - LONGEST_WORD) : stop])
    if before is None:
        return False
    word = before[0].lower()
    if word in BEFORE_NAMES or _is_list_number(text, start, stop):
        return True
    if word in BEFORE_NUMBERS and text[after : after + 1].isdecimal():
        return True
    return (word in ANYWHERE or INITIALS.fullmatch(word) is not None) and not _opens(text, after)


def _is_list_number(text: str, start: int, stop: int) -> bool:
    """The 1 of "1. First", alone at the start of its sentence."""
    return stop - start <= LONGEST_WORD and text[start:stop].strip().isdecimal()


def _opens(text: str, after: int) -> bool:
    following = NEXT_WORD.match(text, after)
    return following is not None and following[1].lower() in OPENERS


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"
