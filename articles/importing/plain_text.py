"""Plain text to Markdown that reads the same: its title, its headings, and paragraphs that mean themselves."""

from articles.importing import escaping
from articles.importing.headings import SENTENCE_END, Paragraph, are_headings
from articles.importing.reading import Reading
from articles.importing.wrapping import paragraphs

LONGEST_TITLE = 200


def read(text: str) -> Reading:
    """The first line is the title, unless it is too long for one or the beginning of a wrapped paragraph."""
    found = paragraphs(text)
    title = _can_be_title(found[0])
    below = found[1:] if title else found
    written = [f"# {escaping.heading(found[0].text)}"] if title else []
    written += [_written(*pair) for pair in zip(below, are_headings(below), strict=True)]
    return Reading("\n\n".join(written) + "\n")


def _can_be_title(first: Paragraph) -> bool:
    return len(first.text) <= LONGEST_TITLE and (first.lines == 1 or not SENTENCE_END.search(first.text))


def _written(paragraph: Paragraph, is_heading: bool) -> str:
    return f"## {escaping.heading(paragraph.text)}" if is_heading else escaping.paragraph(paragraph.text)
