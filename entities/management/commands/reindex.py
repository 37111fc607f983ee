"""The index of search written anew: after an upgrade that brings it, or when something wrote to the database by hand."""

from django.core.management.base import BaseCommand

from entities.search.rows import rebuild
from entities.watching import Progress


class Command(BaseCommand):
    help = "Write the index of search anew from all that can be found. Can be stopped and started again."

    def handle(self, *args, **options) -> None:
        counted = rebuild(Progress(self.stdout))
        self.stdout.write(f"Indexed {', '.join(f'{count} {things}' for things, count in counted.items())}.")
