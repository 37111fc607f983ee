"""A site out of the archive of another."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from chipduo.archive.loading import load
from chipduo.archive.refusal import ArchiveError
from entities.watching import Progress


class Command(BaseCommand):
    help = "Make the site that an archive of `export` holds, in a database without content. All of it, or nothing."

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *args, file: Path, **options) -> None:
        try:
            counted = load(file, Progress(self.stdout))
        except ArchiveError as error:
            raise CommandError(f"Nothing was loaded. {error}") from error
        self.stdout.write("Loaded " + ", ".join(f"{count} {name}" for name, count in counted.items()) + ".")
