"""Documents from files into manuscripts, which nobody but editors sees."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.importing.formats import READERS
from articles.importing.importer import Choices, import_file
from articles.importing.refusal import DocumentError

MANY = 10


class Command(BaseCommand):
    help = (
        "Make manuscripts of Word documents, and of plain text, Markdown or HTML in UTF-8. Publishes nothing, and is safe to repeat: "
        "what is here already is left as it is."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument(
            "--series", action="store_true", help="One manuscript for each headed section, in a series."
        )
        parser.add_argument("--format", choices=READERS, help="Whatever the name of the file says.")
        parser.add_argument(
            "--replace", action="store_true", help="Give manuscripts that are here the words of the file."
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would be made, and make nothing."
        )

    def handle(self, *args, files: list[Path], series: bool, replace: bool, dry_run: bool, **options) -> None:
        choices = Choices(options["format"], series, replace, dry_run)
        refused: dict[Path, str] = {}
        seen: frozenset[int] = frozenset()
        for path in self.with_progress(list(dict.fromkeys(map(Path, files)))):
            try:
                imported = import_file(path, choices, seen)
            except DocumentError as error:
                refused[path] = str(error)
            else:
                seen |= imported.manuscripts
                self.say(*imported.lines)
        if refused:
            raise CommandError(self.summary(refused, len(set(files))))

    def with_progress(self, files: list[Path]):
        return tqdm(files, unit="file", disable=len(files) < MANY or not sys.stderr.isatty())

    def say(self, *lines: str) -> None:
        with tqdm.external_write_mode():
            self.stdout.write("\n".join(lines))

    def summary(self, refused: dict[Path, str], files: int) -> str:
        reasons = "\n".join(f"{path}: {reason}" for path, reason in refused.items())
        return reasons if files == 1 else f"{len(refused)} of {files} files were not imported.\n{reasons}"
