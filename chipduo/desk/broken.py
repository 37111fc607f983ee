"""Links that lead to no page of this site, and footnotes without a source: in manuscripts, and in what is read."""

from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from taggit.models import Tag

from articles.markdown.unlinking import without_links, without_links_by_hand, without_note
from articles.models import Article, Series, SlugRecord, Source
from chipduo.desk.keeping import rewritten
from chipduo.desk.queue import Answer, Reply, Row
from chipduo.desk.sightings import SightingQueue, manuscript_link, words_of
from chipduo.desk.unknown_names import create_link
from entities.models import Entity, Event, Sighting
from entities.noticing.links import leads_to

Kind = Sighting.Kind
PAGES: dict[str, Callable[[], QuerySet]] = {  # what there is for a link to lead to
    Kind.ARTICLE: Article.objects.public,
    Kind.ENTITY: Entity.objects.public,
    Kind.EVENT: Event.objects.public,
    Kind.SERIES: Series.objects.all,
    Kind.SOURCE: Source.objects.all,
    Kind.TAG: Tag.objects.all,
}
SAID = {
    Kind.NOBODY: "Nobody is called “{}”.",
    Kind.NOTE: "No source has the slug “{}”, and no note of that name is written: it cannot be published.",
    Kind.NOWHERE: "The site has no page {}.",
}


class BrokenLinks(SightingQueue):
    slug = "broken-links"
    title = "Links that lead nowhere, and footnotes without a source"
    why = "A reader who follows one finds an error page; with such a footnote an article cannot be published."
    settles = "articles.change_article"
    kinds = (*PAGES, Kind.NOBODY, Kind.NOTE, Kind.NOWHERE)

    def things(self):
        """Of what stands in the manuscript still, that; of what is read, only what is not in the manuscript any more."""
        same = Sighting.objects.in_manuscripts().filter(kind=OuterRef("kind"), key=OuterRef("key"))
        read = Q(pk__in=Sighting.objects.of(*self.kinds).in_what_is_read().values("pk")) & ~Exists(same)
        found = Sighting.objects.of(*self.kinds).filter(Q(edition__isnull=True) | read)
        return found.filter(is_broken()).for_lists().order_by("-pk")

    def row(self, sighting: Sighting) -> Row:
        where = f"In edition {sighting.edition.number}" if sighting.edition_id else "In the manuscript"
        said = SAID.get(sighting.kind, f"There is no {sighting.kind} “{{}}” that readers can see.")
        note, answers = said.format(sighting.target), []
        if sighting.edition_id:
            note += " The manuscript does not have it any more: publish it."
        else:
            answers = [Answer("unlink", "Take it out and keep the words")]
        create = create_link(sighting.target) if sighting.kind == Kind.NOBODY else None
        lines = [(where, words_of(sighting))]
        return Row(sighting.key, lines, [manuscript_link(sighting)], note, answers, create)

    def settle(self, sighting: Sighting, reply: Reply) -> None:
        said = f"Took out what led to “{sighting.target}”, which is not there."
        rewritten(
            reply.editor, sighting.article_id, said, lambda body: without(body, sighting), "It was not found"
        )


def is_broken() -> Q:
    broken = Q(kind__in=[Kind.NOBODY, Kind.NOWHERE])
    missing = Q(kind=Kind.NOTE) & ~Exists(Source.objects.filter(slug=OuterRef("target")))
    for kind, pages in PAGES.items():
        there = Exists(pages().filter(slug=OuterRef("target")))
        missing |= Q(kind=kind) & ~there & ~Exists(once_called(pages().model))
    return broken | missing


def once_called(model: type[Model]) -> QuerySet[SlugRecord]:
    """An old address leads on."""
    return SlugRecord.objects.filter(
        content_type=ContentType.objects.get_for_model(model), slug=OuterRef("target")
    )


def without(body: str, sighting: Sighting) -> str:
    kind, target = sighting.kind, sighting.target
    if kind == Kind.NOBODY:
        return without_links_by_hand(body, target)
    if kind == Kind.NOTE:
        return without_note(body, target)
    return without_links(body, lambda address: leads_to(address) == (kind, target))
