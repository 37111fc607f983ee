"""Where a link leads on this site: to which kind of page, and to which of them."""

from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve

from entities.models import Sighting

Kind = Sighting.Kind
PLACES = {  # what the first part of an address says
    "articles": Kind.ARTICLE,
    "entities": Kind.ENTITY,
    "timeline": Kind.EVENT,
    "series": Kind.SERIES,
    "sources": Kind.SOURCE,
    "tags": Kind.TAG,
}


def leads_to(href: str) -> tuple[Kind, str] | None:
    """The kind and the slug; None for what is not a link to a page of the site that can be missing."""
    path = path_here(href)
    if not path:
        return None
    try:
        found = resolve(path)
    except Resolver404:
        return Kind.NOWHERE, path
    slug = found.kwargs.get("slug") or found.kwargs.get("slugs", "")
    kind = PLACES.get(path.split("/")[1])
    return (kind, slug.split("+")[0]) if kind and slug else None


def path_here(href: str) -> str:
    """The path of an address on this site, and "" for any other."""
    if href.startswith(f"{settings.SITE_URL}/"):
        href = href.removeprefix(settings.SITE_URL)
    try:
        return unquote(urlsplit(href).path) if href.startswith("/") and not href.startswith("//") else ""
    except ValueError:  # such as a bracket that opens an IPv6 address and does not close
        return ""
