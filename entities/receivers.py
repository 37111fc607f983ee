"""The one place that listens to the record: a new edition is indexed, linked and held against the evidence; a source is
found; a manuscript is looked through."""

from django.dispatch import receiver
from reversion.models import Version
from reversion.signals import post_revision_commit

from articles.models import Article, Edition, Source
from articles.signals import edition_published, source_changed
from entities import token_index
from entities.evidence.reviewing import review
from entities.linking.relinking import relink
from entities.noticing.manuscripts import notice_manuscript
from entities.recording import record_resting_on
from entities.search import rows


@receiver(edition_published, dispatch_uid="entities.read_what_was_published")
def read_what_was_published(sender: type[Edition], edition: Edition, **kwargs) -> None:
    token_index.remember(edition.passages.all())
    relink(edition)
    review(edition)
    record_resting_on(edition.article_id)
    notice_manuscript(edition.article)


@receiver(source_changed, dispatch_uid="entities.find_the_source")
def find_the_source(sender: type[Source], source: Source, **kwargs) -> None:
    rows.renew([source])


@receiver(post_revision_commit, dispatch_uid="entities.look_through_manuscripts")
def look_through_manuscripts(versions: list[Version], **kwargs) -> None:
    """Every save at the desk comes by here; what other doors let in waits for `relink`."""
    saved = [version.object_id for version in versions if version._model is Article]
    for article in Article.objects.filter(pk__in=saved):
        notice_manuscript(article)
