"""Noticing, in the texts of an edition, what editors should look at: rebuilt whenever it is relinked."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from django.db.models import Q

from articles import sentences
from articles.dates.vague_times import vague_times
from articles.inside_links import written_links
from articles.models import Edition, Passage
from entities.linking.names import folded
from entities.linking.spotting import Spotted
from entities.models import Sighting
from entities.noticing.links import leads_to
from entities.noticing.unknown_names import unknown_names

Kind = Sighting.Kind
Noticed = tuple[Kind, int, int, str]  # with what it leads to, if anything


def notice(edition: Edition, spotted: Iterable[Spotted]) -> None:
    """Of the editions before it that have ended nobody is asked any more."""
    own = Sighting.objects.filter(article=edition.article_id, edition__isnull=False)
    own.filter(Q(edition=edition) | ~Q(edition__in=Edition.objects.unended())).delete()
    Sighting.objects.bulk_create(
        Sighting(
            kind=kind,
            article_id=edition.article_id,
            edition=edition,
            passage=one.passage,
            start=start,
            end=end,
            target=target[:200],
            key=key_of(kind, edition.article_id, one.passage.text, (start, end), target),
        )
        for one in spotted
        for kind, start, end, target in noticed_in(one)
    )


def noticed_in(one: Spotted) -> Iterator[Noticed]:
    text = one.passage.text
    for unclear in one.unclear:
        if unclear.by_hand is None:
            yield Kind.SHARED, unclear.start, unclear.end, ""
        else:
            yield Kind.NOBODY, unclear.start, unclear.end, unclear.by_hand
    yield from links_in(one.passage.html)
    if is_prose(one.passage):
        for start, end in unknown_names(text, [*one.mentions, *one.unclear]):
            yield Kind.NAME, start, end, ""
        for vague in vague_times(text) if one.passage.kind != "quotation" else ():
            yield Kind.VAGUE, vague.start, vague.end, ""


def is_prose(passage: Passage) -> bool:
    """Headings put capitals on any word, and code means something else by them."""
    return passage.kind not in {"heading", "code"}


def links_in(html: str) -> Iterator[Noticed]:
    if "<a " in html:
        for link in written_links(html):
            if led := leads_to(link.href):
                yield led[0], link.start, link.end, led[1]


def key_of(kind: Kind, article: int, text: str, place: tuple[int, int], target: str) -> str:
    """A name is one wherever it stands; a link is one in its article; other words are told apart by their sentence."""
    start, end = place
    if kind == Kind.NAME:
        return folded(text[start:end])[:250]
    if target:
        return f"{article}:{target}"[:250]
    first, last = sentences.around(text, start, end)
    around = f"{text[first:last]}\0{start - first}"
    return f"{article}:{sha256(around.encode()).hexdigest()[:32]}"
