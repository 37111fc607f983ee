"""What a link to an entity shows before it is followed: a few lines of HTML, for the script of the article's page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from articles import clock
from articles.models import Edition
from articles.views.elsewhere import elsewhere
from entities.models import Entity
from entities.previewing import Preview


def preview(request: HttpRequest, slug: str) -> HttpResponse:
    found = Entity.objects.public().filter(slug=slug).first()
    if found is None:
        return elsewhere(request, Entity.objects.public(), slug)
    shown = Preview(found, timezone.localdate(clock.now()), article_named(request.GET.get("in", "")))
    response = render(request, "parts/preview.html", {"preview": shown})
    response["X-Robots-Tag"] = "noindex"
    return response


def article_named(slug: str) -> Edition | None:
    if not slug:
        return None
    edition = Edition.objects.only("pk").read_at(slug)
    if edition is None:
        raise Http404(f"There is no article called “{slug}” here.")
    return edition
