"""Reading the record again: mentions, and the links woven from them, are rebuilt from the text whenever names change.

Relinking twice changes nothing, and what is relinked piece by piece ends as a full rebuild would.
"""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from articles.models import Edition
from articles.steps import Step
from entities import token_index
from entities.linking.abouts import weave_all
from entities.linking.deciding import Decisions
from entities.linking.names import current_names
from entities.linking.spotting import spot
from entities.models import Entity, LexiconVersion, Mention, ReadManuscript, StaleEdition, Woven
from entities.noticing import dates
from entities.noticing.texts import notice
from entities.search import rows
from entities.watching import Watch, unwatched


@transaction.atomic
def relink(edition: Edition) -> None:
    """Rebuild the mentions, the woven HTML and what is noticed of one edition from the names as they are now."""
    LexiconVersion.hold()
    passages = list(edition.passages.order_by("position"))
    spotted = spot(passages, current_names(), Decisions.of(edition.article_id), settings.LINK_POLICY)
    Mention.objects.filter(passage__edition=edition).delete()
    Woven.objects.filter(passage__edition=edition).delete()
    Mention.objects.bulk_create(mention for one in spotted for mention in one.mentions)
    Woven.objects.bulk_create(
        Woven(passage=one.passage, html=one.html) for one in spotted if one.html != one.passage.html
    )
    notice(edition, spotted)
    StaleEdition.objects.filter(edition=edition).delete()
    rows.renew_edition(edition)


@transaction.atomic
def relink_articles(articles: Iterable[int]) -> None:
    """Apply what editors decided about occurrences in these, after a LinkDecision came, changed or went."""
    for edition in kept_up_to_date().filter(article__in=articles):
        relink(edition)


def relink_stale(limit: int | None = None, watch: Watch = unwatched) -> int:
    """Relink what is marked, oldest mark first; returns how many. Stopped half-way it can be started again."""
    marked = oldest_marks(limit)
    for pk in watch(marked, "editions"):
        relink_marked(pk)
    return len(marked)


def relinking() -> Iterator[Step]:
    """As much at once as the settings say, step by step."""
    marked = oldest_marks(settings.RELINK_AT_ONCE)
    for number, pk in enumerate(marked, 1):
        relink_marked(pk)
        yield Step(number, len(marked), "texts linked again")


def oldest_marks(limit: int | None) -> list[int]:
    return list(StaleEdition.objects.order_by("since", "pk").values_list("pk", flat=True)[:limit])


def relink_marked(pk: int) -> None:
    for edition in Edition.objects.defer("body").filter(pk=pk):  # none, if it was dropped meanwhile
        relink(edition)


def rebuild(watch: Watch = unwatched) -> None:
    """Trust nothing that was derived: index all texts and weave all descriptions again, and mark every edition that is kept."""
    LexiconVersion.change()
    mark(kept_up_to_date())
    ReadManuscript.objects.all().delete()
    token_index.rebuild(watch)
    weave_all(watch(list(Entity.objects.only("about", "about_html")), "descriptions"))
    rows.rebuild_but_editions(watch)
    dates.renew_all()


def kept_up_to_date() -> QuerySet[Edition]:
    """The editions whose links matter: what is read now, or would be if it were not suppressed, and what will be."""
    return Edition.objects.unended().order_by("pk")


def mark(editions: QuerySet[Edition]) -> None:
    marks = (StaleEdition(edition_id=pk) for pk in editions.values_list("pk", flat=True))
    StaleEdition.objects.bulk_create(marks, ignore_conflicts=True)
