"""Named files in one zip file: the same files give the same bytes, whenever and by whomever they are packed."""

from collections.abc import Iterable
from hashlib import sha256
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

SUMS = "SHA256SUMS"
EARLIEST = (1980, 1, 1, 0, 0, 0)
PACKED_ALREADY = (".webp",)
UNIX, PRIVATE_FILE = 3, 0o600 << 16


def pack(files: Iterable[tuple[str, bytes]], into: BinaryIO) -> int:
    """With a last file of their sums, which `sha256sum -c` reads too. Returns how many there were."""
    sums: list[str] = []
    with ZipFile(into, "w") as archive:
        for name, data in files:
            archive.writestr(entry(name), data)
            sums.append(f"{sha256(data).hexdigest()}  {name}\n")
        archive.writestr(entry(SUMS), "".join(sums))
    return len(sums)


def entry(name: str) -> ZipInfo:
    info = ZipInfo(name, EARLIEST)
    info.create_system, info.external_attr = UNIX, PRIVATE_FILE
    info.compress_type = ZIP_STORED if name.endswith(PACKED_ALREADY) else ZIP_DEFLATED
    return info
