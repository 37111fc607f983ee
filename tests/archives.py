"""Archives for tests: written, emptied, loaded, and tampered with."""

from collections.abc import Callable
from hashlib import sha256
from io import StringIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command

from chipduo.archive.contents import MADE_ANEW, carried
from chipduo.archive.packing import SUMS
from chipduo.models import User
from entities.linking import names
from entities.models import Event


def exported(folder: Path, name: str = "site.zip") -> Path:
    call_command("export", str(folder / name), stdout=StringIO())
    return folder / name


def imported(path: Path) -> str:
    said = StringIO()
    call_command("import_archive", str(path), stdout=said)
    return said.getvalue()


def empty_the_site() -> None:
    """As a new database is, in one that goes back to what it was: rows that point at each other go together."""
    for model in {*carried() - {User}, *MADE_ANEW, Event.entities.through}:
        rows = model._base_manager.all()
        rows._raw_delete(rows.db)
    names._kept = None
    ContentType.objects.clear_cache()


def files_of(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repacked(path: Path, change: Callable[[dict[str, bytes]], None], *, with_sums: bool = True) -> Path:
    """The same archive with other files in it, and sums that fit them, as somebody would write them who means harm."""
    files = files_of(path)
    change(files)
    if with_sums:
        listed = {name: data for name, data in files.items() if name != SUMS}
        files[SUMS] = "".join(
            f"{sha256(data).hexdigest()}  {name}\n" for name, data in listed.items()
        ).encode()
    other = path.with_name("other.zip")
    with ZipFile(other, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return other
