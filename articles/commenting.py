"""Where the words stand that a comment is about, in a text that goes on being written."""

from collections.abc import Sequence

from rapidfuzz import fuzz


def place_of(quote: str, context: str, passages: Sequence[str]) -> int | None:
    """The passage that holds the quote, the one most like its former surroundings where several do; None when none does.

    All of them `spaced`.
    """
    holding = [place for place, text in enumerate(passages) if quote and quote in text]
    return max(holding, key=lambda place: fuzz.ratio(context, passages[place]), default=None)


def spaced(text: str) -> str:
    """White space does not count: what was copied from a page has other line breaks."""
    return " ".join(text.split())
