"""What looks like a name and is none that we know: runs of capitalised words, and Han between other things.

Of a sentence's first word nobody can tell whether it is a name, unless it is written in capitals: alone it is passed over.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from articles import sentences
from articles.dates.in_text import dates_in
from articles.marking import joined
from entities.linking.folding import breaks
from entities.linking.spans import Spanning

Bounds = tuple[int, int]

LONGEST = 80
OPENING = "“\"‘'([*•\t\n"  # what stands in front of a word that may have its capital from that
WORD = r"(?:[^\W\d_]\.)+|[^\W\d_][\w]*(?:[&+.][^\W\d_]\w*)*(?:-[\w]+)*"
SMALL = r"of the|for the|of|for|de|di|van|von|&"
CAPITALISED = re.compile(rf"(?:{WORD}|\d+(?:-[A-Z]\w*)+)")
JOINT = re.compile(rf"[ \u00a0](?:(?P<small>{SMALL}|and)[ \u00a0])?")
NUMBER = re.compile(r"[ \u00a0](?:[A-Z]?\d{1,5}[A-Za-z]{0,3})(?![\w.,%]\w|%)")
HAN = re.compile(r"[\u3400-\u9fff]+")
# Where a run of Han is more than a name: particles and common words of a sentence.
PARTICLES = re.compile(r"[的了在是和与及或被把将从对于也都就而但等之以其这那有不没]+")
HAN_LENGTHS = range(2, 11)


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


# What begins with a capital for other reasons than being a name that could have a page.
NO_NAMES = _words(
    "i i’m i’ve it’s january february march april may june july august september october november december",
    "monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter q1 q2 q3 q4 h1 h2",
    "chinese american western eastern dutch japanese korean european taiwanese asian english german french british",
    "russian indian african latin arab soviet confucian north south east west northern southern",
    "ceo cfo cto coo ok ad bc pm am faq pdf url http https www note section table figure chapter part edition vol",
)
ARTICLES = _words("the a an")
TITLES = _words(
    "president chairman chairwoman chairperson chair minister premier senator secretary governor ambassador representative",
    "mr mrs ms dr prof professor sir dame ceo cfo director general judge justice former then vice deputy",
)
FIRSTS = sentences.OPENERS | _words(
    "after before between beyond about above across among around behind below beside besides unlike like such with without",
    "within over under above only even every each either neither both who whom whose which what why how according compared",
    "together rather thus hence still yet again already just more most many much few some any no not nor can could may might",
    "must shall should will would do does did is are was were has have had be been being let see here there far near old",
    "is its her his their our your my this these those of on in at by as to from for against along amid next last first second",
    "third another others several such until upon via per plus whereas instead indeed perhaps later earlier early late two three",
)


def unknown_names(text: str, known: Sequence[Spanning]) -> list[Bounds]:
    """In order; nothing that touches what is known, or a date."""
    taken = joined((one.start, one.end) for one in [*known, *dates_in(text)])
    return sorted([*_capitalised(text, taken), *_han(text, taken)])


def _capitalised(text: str, taken: Sequence[Bounds]) -> Iterator[Bounds]:
    starts = {start for start, _ in sentences.split(text)}
    at = 0
    while found := CAPITALISED.search(text, at):
        at = found.end()
        if not _is_capital(found[0]) or not breaks(text, found.start(), whole_word=True):
            continue
        pieces = _run(text, found)
        at = pieces[-1][1]
        run = _trimmed(text, pieces, starts)
        if run and not _touches(taken, *run) and _could_be_a_name(text, run, starts):
            yield run


def _run(text: str, first: re.Match[str]) -> list[Bounds]:
    """The words of a run: capitalised, joined by a space, by small words, or a number at the end."""
    pieces, joined_by_of = [first.span()], False
    while joint := JOINT.match(text, pieces[-1][1]):
        following = CAPITALISED.match(text, joint.end())
        small = joint["small"]
        if following is None or not _is_capital(following[0]) or (small == "and" and not joined_by_of):
            break
        joined_by_of |= bool(small)
        pieces.append(following.span())
        if pieces[-1][1] - pieces[0][0] > LONGEST:
            break
    number = NUMBER.match(text, pieces[-1][1])
    return [*pieces, (number.start() + 1, number.end())] if number else pieces


def _trimmed(text: str, pieces: list[Bounds], starts: set[int]) -> Bounds | None:
    """Without the words in front that are there for another reason."""
    while pieces and (
        _word(text, pieces[0]) in TITLES
        or (pieces[0][0] in starts and _word(text, pieces[0]) in FIRSTS)
        or (len(pieces) > 1 and _word(text, pieces[0]) in ARTICLES)
    ):
        pieces = pieces[1:]
    return (pieces[0][0], pieces[-1][1]) if pieces else None


def _could_be_a_name(text: str, run: Bounds, starts: set[int]) -> bool:
    words = text[slice(*run)]
    if len(words) < 2 or words.isdecimal() or (words[0].isdecimal() and words.isalnum() and words.islower()):
        return False
    if any(character.isspace() for character in words):
        return not all(_plain(word) in NO_NAMES for word in words.split())
    opens = run[0] in starts or (run[0] and text[run[0] - 1] in OPENING)
    return _plain(words) not in NO_NAMES | FIRSTS and not (opens and not any(map(str.isupper, words[1:])))


def _han(text: str, taken: Sequence[Bounds]) -> Iterator[Bounds]:
    for found in HAN.finditer(text):
        at = found.start()
        for stop in [*PARTICLES.finditer(text, found.start(), found.end()), None]:
            end = stop.start() if stop else found.end()
            if end - at in HAN_LENGTHS and not _touches(taken, at, end):
                yield at, end
            at = stop.end() if stop else end


def _touches(taken: Sequence[Bounds], start: int, end: int) -> bool:
    at = bisect_left(taken, end, key=lambda bounds: bounds[0])
    return bool(at) and taken[at - 1][1] > start


def _is_capital(word: str) -> bool:
    """Huawei, ASML, iPhone; not the words of scripts without cases."""
    return word[0].isupper() or (word[0].islower() and len(word) > 2 and word[1].isupper())


def _word(text: str, bounds: Bounds) -> str:
    return _plain(text[slice(*bounds)])


def _plain(word: str) -> str:
    return word.lower().removesuffix("’s").removesuffix("'s").rstrip(".")
