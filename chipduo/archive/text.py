"""Rows as text to be read and compared: TOML, and Markdown below TOML; what is written is read again to the letter."""

import tomllib
from typing import Any

import tomli_w

from articles.seed_files import FENCE
from chipduo.archive.refusal import ArchiveError

Table = dict[str, Any]


def toml(data: Table) -> bytes:
    """Texts of several lines as several lines, unless they have line ends that TOML would not keep."""
    written = tomli_w.dumps(data)
    return (written if "\\r" in written else tomli_w.dumps(data, multiline_strings=True)).encode()


def markdown(front: Table, body: str) -> bytes:
    """No string of the front matter has a line of its own, so that none can be taken for the fence."""
    return f"{FENCE}{tomli_w.dumps(front)}{FENCE}\n{body}".encode()


def read_toml(name: str, data: bytes) -> Table:
    return tables(name, decoded(name, data))


def read_markdown(name: str, data: bytes) -> tuple[Table, str]:
    parts = decoded(name, data).split(FENCE, 2)
    if len(parts) != 3 or parts[0] or not parts[2].startswith("\n"):
        raise ArchiveError(f"{name}: it must begin with front matter between two lines of +++.")
    return tables(name, parts[1]), parts[2][1:]


def decoded(name: str, data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise ArchiveError(f"{name}: it is not UTF-8, at byte {error.start}.") from None


def tables(name: str, text: str) -> Table:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ArchiveError(f"{name}: it is not TOML: {error}.") from None
