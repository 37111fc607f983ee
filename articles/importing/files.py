"""A file read into text, or a refusal that says what is wrong with it and what to do."""

import codecs
import re
from pathlib import Path

from articles.importing import docx
from articles.importing.refusal import DocumentError
from articles.markdown.guards import LONGEST_SOURCE

MOST_BYTES = 2 * LONGEST_SOURCE + 2  # UTF-16 takes two bytes for a letter, and two for its mark
UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
WORD = "docx"
OTHER_KINDS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word or Excel document, or another zipped file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel document",
    b"{\\rtf": "a rich text (RTF) document",
}
LINE_ENDS = re.compile(r"\r\n?|[\f\v]")


def read_text(path: Path, kind: str | None = None) -> str:
    return read_bytes(path.name, _bytes_of(path), kind)


def read_bytes(name: str, data: bytes, kind: str | None = None) -> str:
    """What a file of that name, or else of that kind, says; of a Word document as HTML."""
    is_word = kind == WORD or (kind is None and name.lower().endswith(f".{WORD}"))
    return docx.html_of(data) if is_word else text_of(data)


def text_of(data: bytes, wanted: str = "plain text, Markdown or HTML") -> str:
    """The text with `\\n` at the ends of its lines. A form feed ends a line too."""
    if len(data) > MOST_BYTES:
        raise _too_long()
    _refuse_other_kinds(data, wanted)
    text = LINE_ENDS.sub("\n", _decoded(data, wanted))
    if not text.strip():
        raise DocumentError("The file is empty.")
    if "\0" in text:
        raise DocumentError(
            f"This is not text: it has a zero byte (on line {text.count(chr(10), 0, text.index(chr(0))) + 1})."
            f" Save it as {wanted} in UTF-8."
        )
    if len(text.encode()) > LONGEST_SOURCE:
        raise _too_long()
    return text


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(docx.LARGEST + 1)
    except FileNotFoundError:
        raise DocumentError("There is no such file.") from None
    except IsADirectoryError:
        raise DocumentError("This is a folder: give the files in it.") from None
    except OSError as error:
        raise DocumentError(f"The file cannot be read: {error.strerror or error}.") from None
    return data


def _too_long() -> DocumentError:
    return DocumentError("The file is longer than 1 MB: divide it into parts.")


def _refuse_other_kinds(data: bytes, wanted: str) -> None:
    for beginning, kind in OTHER_KINDS.items():
        if data.startswith(beginning):
            raise DocumentError(f"This is {kind}: save it as {wanted} first.")


def _decoded(data: bytes, wanted: str) -> str:
    encoding = "utf-16" if data.startswith(UTF16_MARKS) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-16":
            raise DocumentError("The file says that it is UTF-16, and is not: save it as UTF-8.") from None
        raise DocumentError(_not_utf8(error, wanted)) from None


def _not_utf8(error: UnicodeDecodeError, wanted: str) -> str:
    """`error.object` is what followed the mark of UTF-8, if there was one."""
    data, at = error.object, error.start
    if b"\0" in data:
        return f"This is not text: it has zero bytes. Save it as {wanted} in UTF-8."
    before = LINE_ENDS.sub("\n", data[:at].decode())
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    encoding = "GB18030" if _is_chinese(data) else "Windows-1252"
    meant = data[at : at + 2].decode(encoding, errors="ignore")[:1]
    guess = f"; in {encoding} it would be “{meant}”" if meant.isprintable() and meant else ""
    return (
        f"The file is not UTF-8: the first bad byte is 0x{data[at]:02X}, on line {line}, character {column}{guess}."
        f" Save it as UTF-8, or convert it with: iconv -f {encoding.upper()} -t UTF-8 FILE > NEW-FILE"
    )


def _is_chinese(data: bytes) -> bool:
    """In GB 2312, which GB18030 goes beyond, both bytes of a character are high: accents and quotation marks stand alone."""
    try:
        return bool(data.decode("gb2312"))
    except UnicodeDecodeError:
        return False
