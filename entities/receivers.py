"""The one place that listens to the record: a new edition is indexed, linked and held against the evidence."""

from django.dispatch import receiver

from articles.models import Edition
from articles.signals import edition_published
from entities import token_index
from entities.relinking import relink
from entities.reviewing import review


@receiver(edition_published, dispatch_uid="entities.read_what_was_published")
def read_what_was_published(sender: type[Edition], edition: Edition, **kwargs) -> None:
    token_index.remember(edition.passages.all())
    relink(edition)
    review(edition)
