"""What the queues have in common that show what was noticed in texts."""

from typing import ClassVar

from django.db.models import QuerySet
from django.urls import reverse

from chipduo.desk.queue import Queue, Runs, sentence_of
from entities.models import Sighting


class SightingQueue(Queue):
    kinds: ClassVar[tuple[str, ...]]
    sees = "entities.view_mention"

    def things(self) -> QuerySet:
        """The latest that were noticed come first."""
        return Sighting.objects.of(*self.kinds).in_what_is_read().for_lists().order_by("-pk")


def words_of(sighting: Sighting) -> Runs:
    return sentence_of(sighting.text, sighting.start, sighting.end)


def manuscript_link(sighting: Sighting) -> tuple[str, str]:
    address = reverse("admin:articles_article_change", args=[sighting.article_id])
    return f"Edit “{sighting.article.title}”", address
