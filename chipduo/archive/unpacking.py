"""An archive opened with suspicion: everything about its outside is checked before anything in it is believed."""

import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from re import Pattern
from typing import Self
from zipfile import BadZipFile, ZipFile

from chipduo.archive import layout
from chipduo.archive.packing import SUMS
from chipduo.archive.refusal import ArchiveError

LARGEST_FILE = 64 * 1024 * 1024
MOST_TIMES_LARGER = 100  # unpacked than packed: text packs to a tenth or so
ROOM_FOR_SMALL = 1024 * 1024
ENCRYPTED = 0x1


class Unpacked:
    """The files of an archive by name, each held against its sum when it is read."""

    def __init__(self, archive: ZipFile, sums: dict[str, str]) -> None:
        self.archive = archive
        self.sums = sums

    @classmethod
    @contextmanager
    def of(cls, path: Path) -> Iterator[Self]:
        with opened(path) as archive:
            refuse_bombs(archive, path.stat().st_size)
            yield cls(archive, sums_of(archive))

    def named(self, form: Pattern[str]) -> list[str]:
        """In the order in which they were packed."""
        return [name for name in self.sums if form.fullmatch(name)]

    def read(self, name: str) -> bytes:
        if name not in self.sums:
            raise ArchiveError(f"{name} is missing from the archive.")
        data = content(self.archive, name)
        if sha256(data).hexdigest() != self.sums[name]:
            raise ArchiveError(
                f"{name} is not what {SUMS} says: it was changed or damaged since the archive was written."
            )
        return data

    def __contains__(self, name: str) -> bool:
        return name in self.sums


@contextmanager
def opened(path: Path) -> Iterator[ZipFile]:
    try:
        archive = ZipFile(path)
    except FileNotFoundError:
        raise ArchiveError("There is no such file.") from None
    except (BadZipFile, ValueError, NotImplementedError):
        raise ArchiveError("This is not an archive: it is not a zip file, or its end is missing.") from None
    except OSError as error:
        raise ArchiveError(f"The file cannot be read: {error.strerror or error}.") from None
    with archive:
        yield archive


def refuse_bombs(archive: ZipFile, size: int) -> None:
    """By what the entries say of themselves, beyond which none is read."""
    for info in archive.infolist():
        if info.file_size > LARGEST_FILE:
            raise ArchiveError(f"{info.filename} is larger than 64 MB: no file that this site writes is.")
        if info.flag_bits & ENCRYPTED:
            raise ArchiveError(f"{info.filename} is encrypted: unpack it and pack it without a password.")
    unpacked = sum(info.file_size for info in archive.infolist())
    if unpacked > ROOM_FOR_SMALL + MOST_TIMES_LARGER * size:
        raise ArchiveError(
            f"Unpacked it would be {unpacked // 1024 // 1024:,} MB, more than {MOST_TIMES_LARGER} times its size:"
            " that is no archive of texts and pictures."
        )


def sums_of(archive: ZipFile) -> dict[str, str]:
    names = archive.namelist()
    if SUMS not in names or layout.ABOUT not in names:
        raise ArchiveError(f"This is not an archive of this site: it has no {layout.ABOUT} or no {SUMS}.")
    if twice := sorted(name for name, times in Counter(names).items() if times > 1):
        raise ArchiveError(f"{twice[0]} is in the archive twice.")
    lines = content(archive, SUMS).decode("utf-8", "replace").splitlines()
    sums = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    refuse_other_names(set(sums), set(names) - {SUMS})
    return sums


def refuse_other_names(listed: set[str], there: set[str]) -> None:
    if strange := sorted(name for name in listed | there if not layout.is_known(name)):
        raise ArchiveError(f"“{strange[0][:120]}” is no file of an archive of this site.")
    if missing := sorted(listed - there):
        raise ArchiveError(f"{missing[0]} is missing from the archive.")
    if more := sorted(there - listed):
        raise ArchiveError(f"{more[0]} is in the archive, and {SUMS} does not know of it.")


def content(archive: ZipFile, name: str) -> bytes:
    try:
        return archive.read(name)
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise ArchiveError(f"{name} is damaged: {error}.") from None
