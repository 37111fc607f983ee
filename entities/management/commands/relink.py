"""Links brought up to date with the names they use, the index of search with what has ended, and what the desk shows of
manuscripts with their changes: what a timer runs, and what makes good whatever was lost."""

from django.core.management.base import BaseCommand, CommandError

from articles.models import Article, Edition
from entities.linking.relinking import rebuild, relink_stale
from entities.models import StaleEdition
from entities.noticing.manuscripts import notice_manuscript, unread_manuscripts
from entities.search.rows import forget_ended
from entities.watching import Progress

INTERRUPTED = 130


class Command(BaseCommand):
    help = (
        "Relink the editions whose links are older than the names they use. Can be stopped and started again."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--all",
            action="store_true",
            help="Rebuild all that is derived: the index of texts, the descriptions of entities, the links of every kept edition.",
        )

    def handle(self, *args, **options) -> None:
        watch = Progress(self.stdout)
        try:
            if options["all"]:
                rebuild(watch)
            done = relink_stale(watch=watch)
            forget_ended(Edition.objects.all())
            look_through(watch)
        except KeyboardInterrupt:
            waiting = counted(StaleEdition.objects.count())
            raise CommandError(
                f"Stopped; {waiting} to relink. The same command goes on.", returncode=INTERRUPTED
            ) from None
        self.stdout.write(f"Relinked {counted(done)}.")


def look_through(watch: Progress) -> None:
    for pk in watch(list(unread_manuscripts().values_list("pk", flat=True)), "manuscripts"):
        for article in Article.objects.filter(pk=pk):
            notice_manuscript(article)


def counted(editions: int) -> str:
    return "1 edition" if editions == 1 else f"{editions} editions"
