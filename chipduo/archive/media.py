"""Pictures of an archive, stored last; and taken away again if the rows are not."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from chipduo.archive.layout import MEDIA
from chipduo.archive.refusal import ArchiveError
from chipduo.archive.unpacking import Unpacked


@contextmanager
def pictures_kept(archive: Unpacked) -> Iterator[None]:
    """Around the rows: stored when they are all there, before they are committed."""
    stored: list[str] = []
    try:
        yield
        for entry in archive.named(MEDIA):
            keep(entry.removeprefix("media/"), archive.read(entry), stored)
    except BaseException:
        for name in stored:
            default_storage.delete(name)
        raise


def keep(name: str, data: bytes, stored: list[str]) -> None:
    """A name belongs to one picture alone: what is there already is that picture."""
    try:
        if default_storage.exists(name):
            return
        stored.append(default_storage.save(name, ContentFile(data)))
    except OSError as error:
        raise ArchiveError(f"The picture {name} cannot be stored: {error.strerror or error}.") from error
