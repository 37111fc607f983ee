"""A Word document (.docx) as HTML, read with suspicion: it is a zip file of XML, and may be made to do harm."""

import io
from zipfile import ZipFile

import mammoth

from articles.importing.refusal import DocumentError

LARGEST = 10 * 1024 * 1024
LARGEST_UNPACKED = 50 * 1024 * 1024
MOST_PARTS = 2000
LARGEST_XML = 16 * 1024 * 1024  # of one part: the parser takes four times as long for twice as long a text
MOST_MARKS = 400_000  # tags and attributes: mammoth takes 40 µs and 700 bytes for each
STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"
NO_DOCUMENT = "This is not a Word document (.docx), or it is damaged: save it anew in Word or LibreOffice."
TOO_LONG = "The document is too long, or has too much formatting, to be read at once: divide it into parts."


def html_of(data: bytes) -> str:
    """Pictures are left as marks, so that they can be counted. Raises DocumentError."""
    if len(data) > LARGEST:
        raise DocumentError("The document is larger than 10 MB: take its pictures out, or divide it.")
    try:
        refuse_harm(data)
        return converted(data)
    except DocumentError:
        raise
    except Exception as error:  # readers that are fed nonsense can fail in any way
        raise DocumentError(NO_DOCUMENT) from error


def refuse_harm(data: bytes) -> None:
    """Of all parts, since any may say that it is the text."""
    with ZipFile(io.BytesIO(data)) as parts:
        infos = parts.infolist()
        if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > LARGEST_UNPACKED:
            raise DocumentError("Unpacked, the document would be far larger than a text is: it is refused.")
        marks = 0
        for info in infos:
            part = parts.read(info)
            refuse_entities(part)
            if len(part) > LARGEST_XML and is_xml(part):
                raise DocumentError(TOO_LONG)
            marks += part.count(b"<") + part.count(b"=")
    if marks > MOST_MARKS:
        raise DocumentError(TOO_LONG)


def is_xml(part: bytes) -> bool:
    """Or may be read as such, after a mark of its encoding: pictures begin otherwise."""
    return part.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")


def refuse_entities(part: bytes) -> None:
    """A document type declares entities, which Word never writes: one could stand for a file, or for a billion words.

    In any encoding that XML may have: the letters stand in this order, with or without zeros between.
    """
    letters = part.replace(b"\0", b"")
    if b"<!DOCTYPE" in letters or b"<!ENTITY" in letters:
        raise DocumentError("The document declares entities, which no Word document does: it is refused.")


def converted(data: bytes) -> str:
    found = mammoth.convert_to_html(
        io.BytesIO(data),
        style_map=STYLES,
        include_embedded_style_map=False,
        convert_image=mammoth.images.img_element(lambda image: {"src": ""}),
    )
    return str(found.value)
