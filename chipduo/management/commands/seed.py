"""Load the seed content of both rooms: adds what is missing, never touches what is there."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles import seeding as record
from articles.seed_files import SeedError
from entities import seeding as knowledge


class Command(BaseCommand):
    help = "Load the seed content. Safe to run again: what is there, or was there under another address, is left alone."

    def handle(self, *args, **options) -> None:
        try:
            with transaction.atomic():
                added = {**record.seed(), **knowledge.seed()}
        except SeedError as error:
            raise CommandError(f"Nothing was loaded. {error}") from error
        self.stdout.write("Added " + ", ".join(f"{count} {name}" for name, count in added.items()) + ".")
