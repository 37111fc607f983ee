"""Pictures for links to pages. Each says what its page says, as readers can see it now."""

from collections.abc import Callable
from hashlib import sha256
from typing import NamedTuple

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from articles.models import Article, Edition, Series
from articles.views.elsewhere import elsewhere
from chipduo.cards import THREADS, Card, drawn
from entities.models import Entity, Event

A_DAY = 24 * 3600


class Drawing(NamedTuple):
    """`public` finds what has a page; `card` says it, and which version of it that is; None where there is none."""

    public: Callable[[], QuerySet]
    card: Callable[[str], tuple[Card, int] | None]


def card(request: HttpRequest, kind: str, slug: str, version: int) -> HttpResponse:
    """Under the address of another version it leads on to the one there is."""
    if kind not in DRAWINGS:
        raise Http404("There are no cards of that kind.")
    drawing = DRAWINGS[kind]
    found = drawing.card(slug)
    if found is None:
        return elsewhere(request, drawing.public(), slug)
    said, current = found
    return picture(said) if version == current else redirect("card", kind, slug, current)


def site_card(request: HttpRequest) -> HttpResponse:
    return picture(Card("Huawei & SMIC", settings.SITE_TAGLINE, tuple(THREADS)))


def picture(said: Card) -> HttpResponse:
    content = drawn(said)
    response = HttpResponse(content, content_type="image/png")
    response["ETag"] = f'"{sha256(content).hexdigest()[:32]}"'
    response["Cache-Control"] = f"public, max-age={A_DAY}"
    return response


def of_article(slug: str) -> tuple[Card, int] | None:
    edition = Edition.objects.for_lists().read_at(slug)
    if edition is None:
        return None
    named = Entity.objects.public().filter(mentions__passage__edition=edition)
    return Card(edition.title, place(edition), threads(named)), edition.number


def of_series(slug: str) -> tuple[Card, int] | None:
    series = Series.objects.public().filter(slug=slug).first()
    if series is None:
        return None
    parts = Edition.objects.live().filter(series=series)
    named = Entity.objects.public().filter(mentions__passage__edition__in=parts)
    return Card(series.title, "Series", threads(named)), series.version


def of_entity(slug: str) -> tuple[Card, int] | None:
    entity = Entity.objects.public().for_lists().filter(slug=slug).first()
    if entity is None:
        return None
    own = (entity.thread,) if entity.thread else ()
    return Card(entity.name, entity.get_kind_display().capitalize(), own), entity.version


def of_event(slug: str) -> tuple[Card, int] | None:
    event = Event.objects.public().filter(slug=slug).first()
    if event is None:
        return None
    when = event.when.words if event.when else "undated"
    standing = "" if event.standing == "recorded" else f"{event.get_standing_display()}, "
    kicker = f"{standing}{when}"
    return Card(event.title, kicker[:1].upper() + kicker[1:], threads(event.entities.public())), event.version


def place(edition: Edition) -> str:
    if edition.series is None:
        return "Article"
    return f"{edition.series.title}, {f'part {edition.part}' if edition.part else 'introduction'}"


def threads(entities: QuerySet) -> tuple[str, ...]:
    """Which of the duo are among these."""
    named = set(entities.exclude(thread="").values_list("thread", flat=True))
    return tuple(thread for thread in THREADS if thread in named)


DRAWINGS = {
    "articles": Drawing(Article.objects.public, of_article),
    "series": Drawing(Series.objects.public, of_series),
    "entities": Drawing(Entity.objects.public, of_entity),
    "timeline": Drawing(Event.objects.public, of_event),
}
