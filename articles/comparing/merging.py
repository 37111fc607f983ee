"""Two texts that were made of one: both changes together, where they do not meet.

The usual library for this, merge3, is under the GPL, which this site is not; and difflib, on which it rests, is cubic on hostile text.
"""

import re
from collections.abc import Iterator

from rapidfuzz.distance import LCSseq

from articles.sentences import split

LINE = re.compile(r"[^\n]*\n|[^\n]+")
MOST_PAIRS = 200_000_000  # of pieces: 25 MB, as in diff_sentences

Change = tuple[int, int, tuple[str, ...]]  # these pieces of the old text, from and to, became those


def merged(opened: str, mine: str, theirs: str) -> str | None:
    """None where both changed the same sentence, or two that touch: what they mean together only a person can tell."""
    before = pieces(opened)
    sides = pieces(mine), pieces(theirs)
    if any(len(before) * len(side) > MOST_PAIRS for side in sides):
        return None
    made: list[str] = []
    at, last = 0, -1
    for start, end, new in sorted({change for side in sides for change in changes(before, side)}):
        if start <= last:
            return None
        made += [*before[at:start], *new]
        at = last = end
    return "".join([*made, *before[at:]])


def merged_names(opened: str, mine: str, theirs: str) -> str:
    """Of names, one on each line, whatever their order: those that anybody added, without those that anybody took out."""
    old, one, other = (set(filter(None, text.split("\n"))) for text in (opened, mine, theirs))
    return "\n".join(sorted((one | other) - (old - one) - (old - other)))


def pieces(text: str) -> list[str]:
    """Sentences, none longer than a line, with the white space after them: joined they are the text."""
    return [piece for line in LINE.findall(text) for piece in sentences_of(line)]


def sentences_of(line: str) -> Iterator[str]:
    starts = [start for start, _ in split(line)][1:]
    for start, end in zip([0, *starts], [*starts, len(line)], strict=True):
        yield line[start:end]


def changes(before: list[str], after: list[str]) -> Iterator[Change]:
    i = j = 0
    for block in LCSseq.editops(before, after).as_matching_blocks():
        if (i, j) != (block.a, block.b):
            yield i, block.a, tuple(after[j : block.b])
        i, j = block.a + block.size, block.b + block.size
