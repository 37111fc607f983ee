"""What other sites ask in order to show a timeline of ours in a page of theirs: https://oembed.com, of the type "rich"."""

import re
from urllib.parse import SplitResult, urlsplit
from xml.etree import ElementTree as ET

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from articles.feeds import plain
from chipduo.middleware.query_gate import why_not_the_value
from chipduo.views.errors import bad_request
from entities.timeline.embedding import HEIGHT, WIDTH, frame
from entities.timeline.fields import problems
from entities.timeline.filter import TimelineFilter

LENGTH = re.compile(r"[1-9][0-9]{0,5}")


def oembed(request: HttpRequest) -> HttpResponse:
    asked = request.GET
    kind = asked.get("format", "json")
    if kind not in FORMATS:
        reason = "What can be embedded is described in json or in xml, and in no other format."
        return render(request, "400.html", {"reason": reason}, status=501)
    most = [asked.get(name, str(usual)) for name, usual in (("maxwidth", WIDTH), ("maxheight", HEIGHT))]
    if not all(LENGTH.fullmatch(length) for length in most):
        return bad_request(request, "A greatest width or height is a whole number of pixels.")
    if not asked.get("url"):
        return bad_request(request, "The address says nothing of what is to be embedded: it needs a url.")
    chosen = embeddable(asked["url"])
    return FORMATS[kind](description(chosen, min(WIDTH, int(most[0])), min(HEIGHT, int(most[1]))))


def embeddable(url: str) -> TimelineFilter:
    """The events that an address of our timeline chooses; Http404 for every other."""
    try:
        address = urlsplit(url)
    except ValueError as error:
        raise Http404("That is no address.") from error
    if not is_ours(address) or address.path not in (reverse("timeline"), reverse("timeline_embed")):
        raise Http404("Of this site the timeline can be embedded, and nothing else.")
    query = QueryDict(address.query)
    if any(why_not_the_value(name, value) for name, values in query.lists() for value in values):
        raise Http404("That address cannot be read.")
    chosen = TimelineFilter(query)
    if not chosen.is_valid():
        raise Http404(" ".join(problems(chosen)))
    return chosen


def is_ours(address: SplitResult) -> bool:
    here = urlsplit(settings.SITE_URL)
    return address.scheme in ("http", "https") and address.netloc.lower() == here.netloc.lower()


def description(chosen: TimelineFilter, width: int, height: int) -> dict[str, str | int]:
    return {
        "version": "1.0",
        "type": "rich",
        "title": chosen.heading,
        "provider_name": settings.SITE_NAME,
        "provider_url": settings.SITE_URL,
        "html": frame(chosen, width, height),
        "width": width,
        "height": height,
    }


def as_xml(described: dict[str, str | int]) -> HttpResponse:
    root = ET.Element("oembed")
    for name, value in described.items():
        ET.SubElement(root, name).text = plain(str(value))
    return HttpResponse(
        ET.tostring(root, encoding="utf-8", xml_declaration=True), content_type="text/xml; charset=utf-8"
    )


FORMATS = {"json": JsonResponse, "xml": as_xml}
