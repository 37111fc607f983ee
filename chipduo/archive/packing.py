"""Named files as one zip file, piece by piece: the same files give the same bytes, whenever and by whomever they are packed."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

SUMS = "SHA256SUMS"
EARLIEST = (1980, 1, 1, 0, 0, 0)
PACKED_ALREADY = (".webp",)
UNIX, PRIVATE_FILE = 3, 0o600 << 16


def packed(files: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """With a last file of their sums, which `sha256sum -c` reads too. No more than one file is held in memory."""
    sums: list[str] = []
    outlet = Outlet()
    with ZipFile(outlet, "w") as archive:
        for name, data in files:
            archive.writestr(entry(name), data)
            sums.append(f"{sha256(data).hexdigest()}  {name}\n")
            yield outlet.taken()
        archive.writestr(entry(SUMS), "".join(sums))
    yield outlet.taken()


def entry(name: str) -> ZipInfo:
    info = ZipInfo(name, EARLIEST)
    info.create_system, info.external_attr = UNIX, PRIVATE_FILE
    info.compress_type = ZIP_STORED if name.endswith(PACKED_ALREADY) else ZIP_DEFLATED
    return info


class Outlet:
    """What is written to it can be taken once; nothing can be gone back to."""

    def __init__(self) -> None:
        self.waiting: list[bytes] = []

    def write(self, data: bytes) -> int:
        self.waiting.append(data)
        return len(data)

    def flush(self) -> None: ...

    def taken(self) -> bytes:
        data, self.waiting = b"".join(self.waiting), []
        return data
