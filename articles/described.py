"""The record's pages as linked data: from models to `articles.jsonld`, with addresses that begin with the site's own."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from django.conf import settings
from django.urls import reverse

from articles import jsonld
from articles.addresses import at
from articles.jsonld import Node
from articles.models import Citation, Edition, Series, Source

MOST = 40  # entities or sources that are said of an article: its page has them all


class Addressable(Protocol):
    def get_absolute_url(self) -> str: ...


def home() -> str:
    return at(reverse("home"))


def publisher() -> Node:
    return jsonld.organisation(settings.SITE_NAME, home())


def card(kind: str, slug: str, version: int) -> str:
    return at(reverse("card", args=[kind, slug, version]))


def page(title: str, thing: Addressable) -> tuple[str, str]:
    return title, at(thing.get_absolute_url())


def listing(title: str, route: str) -> tuple[str, str]:
    return title, at(reverse(route))


def trail(*steps: tuple[str, str]) -> Node:
    return jsonld.breadcrumbs((settings.SITE_NAME, home()), *steps)


def article(edition: Edition, citations: Iterable[Citation], keywords: Iterable[str]) -> Node:
    return jsonld.article(
        url=at(edition.article.get_absolute_url()),
        headline=edition.title,
        description=edition.standfirst,
        number=edition.number,
        published=edition.first_published,
        updated=edition.live_from,
        byline=edition.byline,
        publisher=publisher(),
        image=card("articles", edition.article.slug, edition.number),
        series=series_of(edition),
        part=edition.part,
        keywords=keywords,
        words=edition.word_count,
        citations=[cited(citation.source) for citation in citations if citation.source][:MOST],
    )


def place_of(edition: Edition) -> Node:
    """Where an article stands: in its series, or in the list of all."""
    above = (
        page(edition.series.title, edition.series) if edition.series else listing("Articles", "article_list")
    )
    return trail(above, page(edition.title, edition.article))


def series_of(edition: Edition) -> Node | None:
    series = edition.series
    return jsonld.series(url=at(series.get_absolute_url()), name=series.title) if series else None


def series_page(series: Series, editions: Sequence[Edition]) -> Node:
    parts = [
        jsonld.part(url=at(one.article.get_absolute_url()), headline=one.title, position=one.part)
        for one in editions
    ]
    url = at(series.get_absolute_url())
    whole = jsonld.series(url=url, name=series.title, description=series.standfirst, parts=parts)
    return jsonld.graph(whole, trail(page(series.title, series)))


def cited(source: Source) -> Node:
    return jsonld.cited(url=at(source.get_absolute_url()), name=source.title, original=source.url)


def source(source: Source) -> Node:
    return jsonld.source(
        url=at(source.get_absolute_url()),
        name=source.title,
        publisher=source.publisher,
        citation=source.citation,
        original=source.url,
        published=source.published,
        language=source.language or "en",
    )
