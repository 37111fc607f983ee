"""The formats that a document may have, told by the end of its name, and what reads each of them."""

from collections.abc import Callable
from pathlib import Path

from articles.importing import front_matter, html_text, plain_text
from articles.importing.outline import Document, outline
from articles.importing.reading import Reading
from articles.importing.refusal import DocumentError
from articles.markdown import MarkdownError
from articles.markdown.guards import check_source

READERS: dict[str, Callable[[str], Reading]] = {
    "txt": plain_text.read,
    "md": front_matter.read,
    "html": html_text.read,
    "docx": html_text.read,  # as articles.importing.docx makes it
}
NAMES = {"txt": "plain text", "md": "Markdown", "html": "HTML", "docx": "Word"}
ENDINGS = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
}


def format_of(path: Path) -> str:
    try:
        return ENDINGS[path.suffix.lower()]
    except KeyError:
        raise DocumentError(
            f"The name does not say what it is: it should end in {', '.join(ENDINGS)}, or give --format {'|'.join(READERS)}."
        ) from None


def document_of(text: str, kind: str, *, name: str) -> Document:
    """What the text says, as Markdown under headings. `name` is the file's, for a text without a title."""
    try:
        check_source(text)
        reading = READERS[kind](text)
        check_source(reading.markdown)
        return outline(reading, name)
    except MarkdownError as error:
        raise DocumentError(str(error)) from error
