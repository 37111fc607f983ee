"""The one place that listens to the record: a new edition is indexed, linked and held against the evidence; a source is found."""

from django.dispatch import receiver

from articles.models import Edition, Source
from articles.signals import edition_published, source_changed
from entities import token_index
from entities.evidence.reviewing import review
from entities.linking.relinking import relink
from entities.recording import record_resting_on
from entities.search import rows


@receiver(edition_published, dispatch_uid="entities.read_what_was_published")
def read_what_was_published(sender: type[Edition], edition: Edition, **kwargs) -> None:
    token_index.remember(edition.passages.all())
    relink(edition)
    review(edition)
    record_resting_on(edition.article_id)


@receiver(source_changed, dispatch_uid="entities.find_the_source")
def find_the_source(sender: type[Source], source: Source, **kwargs) -> None:
    rows.renew([source])
