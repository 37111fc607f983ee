"""Seed content on disk: TOML tables, and Markdown under TOML front matter. Errors name the file and the entry."""

import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError

FENCE = "+++\n"
UTF_8 = "utf-8-sig"  # with or without the mark that Windows editors put first


class SeedError(Exception):
    """What is wrong, with the file and the entry that an editor has to mend."""


def tables(path: Path, name: str) -> list[dict[str, Any]]:
    """The [[name]] tables of a TOML file."""
    with file_of(path):
        found = tomllib.loads(path.read_text(encoding=UTF_8))
    if unknown := set(found) - {name}:
        raise SeedError(f"{path.name}: expected [[{name}]] tables, found {', '.join(sorted(unknown))}")
    rows = found.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SeedError(f"{path.name}: expected [[{name}]] tables, with two brackets")
    return rows


def manuscript(path: Path) -> dict[str, Any]:
    """The front matter of a Markdown file, with the text below it as `body`."""
    with file_of(path):
        parts = path.read_text(encoding=UTF_8).split(FENCE, 2)
        if len(parts) != 3 or parts[0]:
            raise ValueError("must begin with front matter between two lines of +++")
        return {**tomllib.loads(parts[1]), "body": parts[2].strip() + "\n"}


@contextmanager
def file_of(path: Path) -> Iterator[None]:
    """Turn a file that cannot be read, or makes no sense, into a SeedError that says which."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise SeedError(f"{path.name}: {error}") from error


@contextmanager
def entry_of(path: Path, entry: str) -> Iterator[None]:
    """Turn what goes wrong inside into a SeedError that says where."""
    try:
        yield
    except ValidationError as error:
        raise SeedError(f"{path.name}, {entry}: {'; '.join(error.messages)}") from error
    except KeyError as error:
        raise SeedError(
            f"{path.name}, {entry}: {error} is missing, or names nothing that is there"
        ) from error
    except TypeError as error:
        raise SeedError(f"{path.name}, {entry}: {error}") from error


def each(folder: Path, pattern: str, name: str, load: Callable[[dict[str, Any], Path], bool]) -> int:
    """Load every [[name]] table of the matching files; returns how many `load` says it added."""
    added = 0
    for path in sorted(folder.glob(pattern)):
        for row in tables(path, name):
            with entry_of(path, str(row.get("slug", row.get("subject", name)))):
                added += load(row, path)
    return added
