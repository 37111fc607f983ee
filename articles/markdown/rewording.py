"""Words of a rendered text changed where they were written, in its Markdown: in one place, or not at all."""

import re

CONTEXTS = (120, 60, 30, 15, 0)  # code points around the words, which tell their place from others


def reword(body: str, text: str, start: int, end: int, words: str) -> str | None:
    """The body with `words` for the code points `start` to `end` of `text`, a passage of it.

    None when it cannot be told where in the body these stand: they are not there, or in several places.
    """
    for size in CONTEXTS:
        first, last = max(0, start - size), end + size
        before, old, after = text[first:start], text[start:end], text[end:last]
        pattern = f"({_written(before)}){_written(old)}({_written(after)})"
        found = list(re.finditer(pattern, body))
        if len(found) == 1:
            place = found[0]
            return body[: place.end(1)] + words + body[place.start(2) :]
        if len(found) > 1:
            return None
    return None


def _written(text: str) -> str:
    """However its lines are broken."""
    return r"\s+".join(re.escape(part) for part in re.split(r"\s+", text))
