"""The pages that need both rooms, as linked data."""

from django.conf import settings
from django.urls import reverse

from articles import described, jsonld
from articles.addresses import at
from articles.described import home, listing, page, trail
from articles.jsonld import Node, graph
from articles.models import Source


def home_page() -> Node:
    search = f"{at(reverse('search'))}?q={{{jsonld.SEARCHED}}}"
    return graph(
        jsonld.website(url=home(), name=settings.SITE_NAME, description=settings.SITE_TAGLINE, search=search)
    )


def tag_page(title: str, slugs: str) -> Node:
    return graph(trail(listing("Tags", "tag_list"), (title, at(reverse("tag", args=[slugs])))))


def source_page(source: Source) -> Node:
    return graph(
        described.source(source), trail(listing("Sources", "source_list"), page(source.title, source))
    )
