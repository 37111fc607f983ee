"""Which way of standing to each other a sentence names: the words around two names, held against the phrases of each kind.

The words between the names have to say it, and little else: with a word such as “for” or “and” behind the verb, it speaks of
something else than the second name; with “of” before the first, its subject is another.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from snowballstemmer import stemmer

from chipduo.intake.phrasings import BACKWARD, FORWARD, FRONTED
from entities.relations.kinds import KINDS

TOKEN = re.compile(r"[^\W\d_]+|\d+|\S")
GAP, FILLED = "…", r"(?:[^ ,]+ ){0,6}?"
POSSESSIVE = re.compile(r"[’'](?:s\b|\s)")
LISTED = re.compile(
    r"(?:,(?: the)?(?: [A-Z][\w.&-]*){1,4})*(,| and| or| as well as)(?: the)? "
)  # past names without a page
AS_WRITTEN_IN_KINDS = {
    "was": "is", "were": "is", "are": "is", "be": "is", "been": "is", "being": "is", "have": "has", "had": "has",
    "made": "makes", "built": "builds", "an": "a", "held": "holds", "bought": "buys",
}  # fmt: skip
LEADS = "is has which that who also now still then once first already currently later alone reported said to long mainly mostly"
STOPS = (
    "in for of with by as to from like at on into than and or but which that who it them him her this these those what how if"
    " when while because after before not is has"
)
BEFORE = "of with for by to from in at like than about on into through against between under over via"
DENIED = frozenset(["not", "never", "no", "nor", "neither", "without"])

Way = tuple[str, bool]


def kinds_between(words: str, before: str = "", after: str = "") -> Iterator[Way]:
    """The slug of each kind that the words name, the closest first, and whether the first name is its subject.

    `before` and `after` are the rest of the sentence on both sides.
    """
    between = tokens(words)
    if after.rstrip().endswith("?") or POSSESSIVE.match(words) or DENIED & set(between):
        return
    yield from held(fronted(), f"{spaced(tokens(before))}⋮ {spaced(between)}")
    if not POSSESSIVE.match(after) and not set(tokens(before)[-1:]) & stems(BEFORE):
        yield from held(ways(), spaced(between))


def listed(betweens: Iterable[str]) -> int:
    """How many names are listed after one, by the words between each and the next: none unless the last comes with an "and"."""
    joints = []
    for words in betweens:
        if not (found := LISTED.fullmatch(words)):
            break
        joints.append(found[1])
    return len(joints) - next((at for at, joint in enumerate(reversed(joints)) if joint != ","), len(joints))


def held(patterns: Iterable[tuple[Way, re.Pattern[str]]], text: str) -> Iterator[Way]:
    return (way for way, pattern in patterns if pattern.fullmatch(text))


@cache
def ways() -> tuple[tuple[Way, re.Pattern[str]], ...]:
    """The longest first, so that “makes chips for” is not taken for “makes”."""
    said = [
        ((kind.slug, is_forward), phrase) for kind in KINDS.values() for phrase, is_forward in of_kind(kind)
    ]
    said.sort(key=lambda one: -len(one[1].split()))
    lead, stop = any_of(LEADS), any_of(STOPS)
    return tuple(
        (way, re.compile(rf"(?:, )?(?:{lead} )*{written(phrase)}(?:(?!{stop} )[^ ,]+ ){{0,4}}"))
        for way, phrase in said
    )


@cache
def fronted() -> tuple[tuple[Way, re.Pattern[str]], ...]:
    """“Founded by one in 1987, the other …”."""
    return tuple(
        ((slug, True), re.compile(rf"{written(phrase)}⋮ (?:in (?:[^ ,]+ ){{1,4}})?, (?:the [^ ,]+ )?"))
        for slug, phrases in FRONTED.items()
        for phrase in phrases
    )


def of_kind(kind) -> Iterator[tuple[str, bool]]:
    """Once in each direction; what is worded alike in both counts as forward."""
    forward = (kind.phrase, *FORWARD.get(kind.slug, ()))
    yield from ((phrase, True) for phrase in forward)
    yield from (
        (phrase, False) for phrase in (kind.inverse, *BACKWARD.get(kind.slug, ())) if phrase not in forward
    )


def written(phrase: str) -> str:
    return "".join(FILLED if token == GAP else f"{re.escape(token)} " for token in tokens(phrase))


def any_of(words: str) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, stems(words))))})"


@cache
def stems(words: str) -> frozenset[str]:
    return frozenset(tokens(words))


def tokens(words: str) -> list[str]:
    return [stem(AS_WRITTEN_IN_KINDS.get(word, word)) for word in TOKEN.findall(words.lower())]


@lru_cache(10_000)
def stem(word: str) -> str:
    return stemmer("english").stemWord(word)


def spaced(some: Iterable[str]) -> str:
    return "".join(f"{token} " for token in some)
