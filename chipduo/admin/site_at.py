"""The whole site as it is at another moment, for staff alone: the same views, asked by another clock.

The answers are marked, kept by nobody, and lead to no page outside of that moment.
"""

import re
from copy import copy
from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import resolve
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.admin.desk_page import desk_page
from articles.clock import clock_at
from articles.foreign import with_languages
from articles.models import Edition
from chipduo.admin.moments import MomentForm, page_at
from chipduo.views.errors import handler404

OUTSIDE = ("admin/", "previews/")
LINK = re.compile(r'\b(href|src|action|data-[a-z]+)="/(?!/|static/|media/|admin/)')
SHOWN = 50


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    refuse_others(request)
    form = MomentForm(request.GET or None, initial={"at": timezone.now()})
    if form.is_bound and form.is_valid():
        return HttpResponseRedirect(page_at(form.cleaned_data["at"]))
    upcoming = Edition.objects.upcoming().for_lists().order_by("live_from", "pk")[:SHOWN]
    context = {"form": form, "upcoming": [(edition, page_at(edition.live_from)) for edition in upcoming]}
    return desk_page(request, "admin/choose_moment.html", "The site at a moment", **context)


@require_safe
def site_at(request: HttpRequest, moment: datetime, path: str = "") -> HttpResponse:
    refuse_others(request)
    if path.startswith(OUTSIDE):
        raise Http404
    start = page_at(moment).removesuffix("/")
    with clock_at(moment), timezone.override(None):
        response = answer(asked_by_a_reader(request, f"/{path}"))
    if response.has_header("Location"):
        response["Location"] = re.sub(r"^/(?!/)", f"{start}/", response["Location"])
    if not response.streaming:
        keep_inside(response, start, moment)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def refuse_others(request: HttpRequest) -> None:
    if not request.user.has_perm("articles.view_edition"):
        raise PermissionDenied


def asked_by_a_reader(request: HttpRequest, path: str) -> HttpRequest:
    """The same question, of that page, by somebody who is not signed in."""
    asked = copy(request)
    asked.path = asked.path_info = path
    asked.user, asked.COOKIES = AnonymousUser(), {}
    return asked


def answer(request: HttpRequest) -> HttpResponse:
    """Whole: nothing of it is asked of the database when the clock is set back."""
    try:
        request.resolver_match = match = resolve(request.path_info)
        response = match.func(request, *match.args, **match.kwargs)
    except Http404 as missing:
        response = handler404(request, missing)
    return response.render() if getattr(response, "is_rendered", True) is False else response


def keep_inside(response: HttpResponse, start: str, moment: datetime) -> None:
    kind = response.headers.get("Content-Type", "")
    if kind.startswith("text/html"):
        html = LINK.sub(rf'\1="{start}/', with_languages(response.text))
        head = render_to_string("admin/site_at_head.html")
        said = {"moment": moment, "is_past": moment < timezone.now()}
        banner = render_to_string("admin/site_at_banner.html", said)
        html = html.replace("</head>", f"{head}</head>", 1)
        response.content = re.sub(r"<body[^>]*>", lambda body: body[0] + banner, html, count=1)
    elif "json" in kind:
        response.content = response.text.replace(f'"{settings.SITE_URL}/', f'"{settings.SITE_URL}{start}/')
