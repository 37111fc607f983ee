"""A draft as it would be published, for whoever was given its address: kept by nobody, found by nobody, told to nobody."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import PreviewLink
from chipduo.middleware.security_headers import tells_nobody_its_address
from chipduo.rehearsal.undoing import undone
from chipduo.views.article import page_of_edition

UNKNOWN = "It is not the address of a preview, or a part of it is missing."
CANNOT = "The text cannot be shown as it would be published yet."


@tells_nobody_its_address
@require_safe
def shared_preview(request: HttpRequest, token: str) -> HttpResponse:
    link = PreviewLink.objects.with_token(token)
    response = shown(request, link) if link else closed(request, UNKNOWN, 404)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def shown(request: HttpRequest, link: PreviewLink) -> HttpResponse:
    if why := link.why_closed():
        return closed(request, why, 410)
    if request.method == "GET":
        link.was_opened()
    try:
        with undone():
            edition = link.article.publish(editor=link.made_by)
            link.refresh_from_db()  # its article is held now, and may have been saved since the link was read
            if why := link.why_closed():
                return closed(request, why, 410)
            context = {**page_of_edition(edition), "link": link}
            return render(request, "admin/shared_preview.html", context)
    except ValidationError:
        return closed(request, CANNOT, 404)


def closed(request: HttpRequest, why: str, status: int) -> HttpResponse:
    return render(request, "admin/shared_preview_closed.html", {"why": why}, status=status)
