"""Everything of the site as one file."""

import os
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from chipduo.archive.writing import archive
from entities.watching import Progress


class Command(BaseCommand):
    help = "Write everything, drafts too, to one archive that `import_archive` makes the same site of. Keep it private."

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "file", type=Path, metavar="FILE", help="Such as chipduo.zip; it must not be there yet."
        )

    def handle(self, *args, file: Path, **options) -> None:
        unfinished = file.with_name(f"{file.name}.part")
        try:
            if file.exists():
                raise CommandError(f"{file} is there already: give another name.")
            with private(unfinished) as out:
                out.writelines(archive(Progress(self.stdout)))
            unfinished.rename(file)
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror or error}.") from error
        finally:
            unfinished.unlink(missing_ok=True)
        self.stdout.write(f"Everything is in {file}. It holds drafts and names of editors: keep it private.")


def private(path: Path):
    """A new file that nobody else on the machine can read."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")
