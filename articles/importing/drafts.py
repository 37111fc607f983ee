"""A document as the manuscripts it makes: one, or with `series` one for each part."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.importing.definitions import Definitions
from articles.importing.outline import SECTION_LEVEL, Document, relevel, written_heading
from articles.importing.refusal import DocumentError
from articles.importing.slugs import slug_of
from articles.markdown import MarkdownError, render
from articles.markdown.guards import check_characters

LONGEST_TITLE = 200
MOST_PARTS = 500
INTRODUCTION = "Introduction"


@dataclass(frozen=True, slots=True)
class Draft:
    title: str
    slug: str
    body: str
    part: int | None = None


def drafts_of(document: Document, *, series: bool) -> tuple[Draft, ...]:
    """Raises DocumentError for what could not be published as it is."""
    try:
        _check_title(document.title)
        drafts = tuple(_parts(document)) if series else (_whole(document),)
    except MarkdownError as error:
        raise DocumentError(str(error)) from error
    for draft in drafts:
        _check(draft)
    return drafts


def _whole(document: Document) -> Draft:
    blocks = [document.introduction]
    for section in document.sections:
        blocks += [written_heading(SECTION_LEVEL, section.heading), section.body]
    body = _joined([*blocks, document.definitions.all()])
    if not body:
        raise DocumentError(f"There is a title, “{document.title}”, and no text under it.")
    return Draft(document.title, slug_of(document.title), body)


def _parts(document: Document) -> Iterator[Draft]:
    if not document.sections:
        raise DocumentError("No headed sections were found to make a series of: import it as one article.")
    if len(document.sections) > MOST_PARTS:
        raise DocumentError(
            f"It has more than {MOST_PARTS} sections: divide it, or import it as one article."
        )
    if document.introduction:
        slug = slug_of(document.title, INTRODUCTION)
        yield Draft(INTRODUCTION, slug, _with_definitions(document.introduction, document.definitions), 0)
    for part, section in enumerate(document.sections, 1):
        body = _with_definitions(relevel(section.body, -1), document.definitions)
        yield Draft(section.title, slug_of(section.title), body, part)


def _with_definitions(text: str, definitions: Definitions) -> str:
    return _joined([text, definitions.used_in(text)])


def _joined(blocks: list[str]) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n" if any(blocks) else ""


def _check(draft: Draft) -> None:
    where = "" if draft.part is None else f"Part {draft.part}, “{draft.title[:60]}”: "
    try:
        _check_title(draft.title)
        render(draft.body)
    except MarkdownError as error:
        raise DocumentError(f"{where}{error}") from error


def _check_title(title: str) -> None:
    if not title:
        raise DocumentError("A heading has no words: give it some.")
    if len(title) > LONGEST_TITLE:
        raise DocumentError(
            f"The title “{title[:60]}…” has {len(title)} characters; a title has at most {LONGEST_TITLE}: shorten it."
        )
    check_characters(title)
