"""An archive made a site again: all of it, or nothing. Rows keep their keys, so that every address stays what it was."""

from pathlib import Path

from django.db import transaction
from django.db.models import Model

from chipduo.archive import contents, layout
from chipduo.archive.deriving import derive
from chipduo.archive.filling import Filling
from chipduo.archive.media import pictures_kept
from chipduo.archive.refusal import ArchiveError
from chipduo.archive.text import read_toml
from chipduo.archive.unpacking import Unpacked
from chipduo.archive.writing import FORMAT
from entities.watching import Watch, unwatched


def load(path: Path, watch: Watch = unwatched) -> dict[str, int]:
    """Into a site without any content; returns how many there are of each kind. Raises ArchiveError, and then nothing changed."""
    with Unpacked.of(path) as archive:
        lost = lost_pictures(archive)
        with transaction.atomic(), pictures_kept(archive):
            refuse_a_site_with_content()
            Filling(archive, lost).fill(watch)
            derive(watch)
        return counted()


def lost_pictures(archive: Unpacked) -> set[str]:
    """Those that the site itself had lost when the archive was written."""
    about = read_toml(layout.ABOUT, archive.read(layout.ABOUT))
    if about.get("format") != FORMAT:
        raise ArchiveError(
            f"The archive has the format {str(about.get('format'))[:20]}, and this version of the site reads {FORMAT}:"
            " load it with the version that wrote it."
        )
    return set(map(str, about.get("lost_pictures", [])))


def refuse_a_site_with_content() -> None:
    for model in models_filled():
        if count := model._base_manager.count():
            names = model._meta.verbose_name if count == 1 else model._meta.verbose_name_plural
            raise ArchiveError(f"This site is not empty: it has {count} {names}. Load into a new database.")


def models_filled() -> list[type[Model]]:
    return [kind.model for kind in contents.WHOLE]


def counted() -> dict[str, int]:
    told = [
        contents.MANUSCRIPT,
        contents.EDITION,
        contents.ENTITY,
        contents.RELATION,
        contents.EVENT,
        contents.SOURCE,
    ]
    return {str(kind.model._meta.verbose_name_plural): kind.model._base_manager.count() for kind in told}
