"""What no single value shows: HTML that this site would not write, words that do not stand where they are said to stand."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Model

from articles.markup import sanitise
from articles.models import Citation, Passage
from chipduo.archive.refusal import ArchiveError
from entities.models import Evidence, Mention, Woven

LONGEST_SURFACE = 400


def refuse_unsafe_text(passages: Sequence[Passage], edition: Any, where: str) -> None:
    """Lists and quotations open in one passage and close in another: the text is judged as a whole."""
    refuse_unsafe("".join(one.before + one.html + one.after for one in passages), where)
    for one in passages:
        if f' id="{one.key}"' not in one.html.partition(">")[0]:
            raise ArchiveError(f"{where}: the passage “{one.key}” is not marked with its key.")


def refuse_unsafe_notes(citations: Sequence[Citation], edition: Any, where: str) -> None:
    for one in citations:
        refuse_unsafe(one.html, where)


def refuse_unsafe_links(woven: Sequence[Woven], passage: Any, where: str) -> None:
    for one in woven:
        refuse_unsafe(one.html, where)


def refuse_unsafe(html: str, where: str) -> None:
    if sanitise(html) != html:
        raise ArchiveError(f"{where}: there is HTML that this site would not write.")


def refuse_misplaced(mentions: Sequence[Mention], passage: Any, where: str) -> None:
    for one in mentions:
        if passage.text[one.start : one.end][:LONGEST_SURFACE] != one.surface:
            raise ArchiveError(f"{where}: “{one.surface}” does not stand where it is said to be named.")


def refuse_quotes_that_do_not_stand() -> None:
    quotes = (
        Evidence.objects.quotes().select_related("passage").only("quote", "passage__text", "passage__key")
    )
    for one in quotes.iterator(chunk_size=500):
        if one.quote not in one.passage.text:
            raise ArchiveError(
                f"Evidence {one.pk}: “{one.quote[:120]}” does not stand in the passage “{one.passage.key}”."
            )


CHECKS: dict[
    type[Model], Callable[[Sequence[Any], Any, str], None]
] = {  # of rows that stand below the same thing
    Passage: refuse_unsafe_text,
    Citation: refuse_unsafe_notes,
    Woven: refuse_unsafe_links,
    Mention: refuse_misplaced,
}
