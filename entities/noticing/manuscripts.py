"""Noticing, in manuscripts, what would fail their readers: links that lead nowhere, and footnotes without a source."""

from collections.abc import Iterable, Iterator

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from articles import markdown
from articles.models import Article, Source
from entities.linking.choosing import by_hand
from entities.linking.names import current_names, folded
from entities.models import ReadManuscript, Sighting
from entities.noticing.texts import Noticed, key_of, links_in

Kind = Sighting.Kind
AROUND = 150  # code points of the text on either side that are kept with a sighting


def unread_manuscripts() -> QuerySet[Article]:
    """Those that were changed since they were looked through."""
    read = ReadManuscript.objects.filter(article=OuterRef("pk"), updated=OuterRef("updated"))
    return Article.objects.filter(~Exists(read)).order_by("pk")


@transaction.atomic
def notice_manuscript(article: Article) -> None:
    Sighting.objects.in_manuscripts().filter(article=article).delete()
    Sighting.objects.bulk_create(
        sighting(article, text, noticed) for text, noticed in noticed_in(article.body)
    )
    ReadManuscript.objects.update_or_create(article=article, defaults={"updated": article.updated})


def noticed_in(body: str) -> Iterator[tuple[str, Noticed]]:
    """Each with the text that it stands in; nothing in a body that Markdown refuses, which its form says."""
    try:
        document = markdown.render(body)
    except markdown.MarkdownError:
        return
    for block in document.blocks:
        yield from ((block.text, noticed) for noticed in links_in(block.html))
        if "data-entity" in block.html:
            yield from ((block.text, noticed) for noticed in links_to_nobody(block.html))
    yield from ((body, noticed) for noticed in notes_without_source(body, document))


def links_to_nobody(html: str) -> Iterator[Noticed]:
    names = current_names()
    for hand in by_hand(html):
        if names.meant_by(hand.name) is None:
            yield Kind.NOBODY, hand.start, hand.end, hand.name


def notes_without_source(body: str, document: markdown.Document) -> Iterator[Noticed]:
    cited = [note.label for note in document.notes if not note.html]
    known = set(Source.objects.filter(slug__in=cited).values_list("slug", flat=True))
    for label in cited:
        start = body.find(f"[^{label}]")
        if label not in known and start >= 0:
            yield Kind.NOTE, start, start + len(label) + 3, label


def sighting(article: Article, text: str, noticed: Noticed) -> Sighting:
    kind, start, end, target = noticed
    first = max(0, start - AROUND)
    return Sighting(
        kind=kind,
        article=article,
        start=start - first,
        end=end - first,
        context=text[first : end + AROUND],
        target=target[:200],
        key=key_of(kind, article.pk, text, (start, end), target),
    )


def forget_understood(texts: Iterable[str]) -> None:
    """After these names came: manuscripts that link to them by hand link to somebody now."""
    came = {folded(text) for text in texts}
    nobody = Sighting.objects.in_manuscripts().filter(kind=Kind.NOBODY)
    gone = [pk for pk, target in nobody.values_list("pk", "target") if folded(target) in came]
    if gone:
        names = current_names()
        understood = nobody.filter(pk__in=gone)
        understood.filter(pk__in=[one.pk for one in understood if names.meant_by(one.target)]).delete()
