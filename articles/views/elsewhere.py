"""What an address answers when nothing readable is there: moved, gone, or never was."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse

from articles.models import Article, SlugRecord


def elsewhere(request: HttpRequest, public: QuerySet, slug: str) -> HttpResponse:
    """A redirect to where the thing is now, 410 for an article that was withdrawn, or Http404.

    `public` is all of its kind that readers may know of.
    """
    if public.model is Article and (here := Article.objects.filter(slug=slug).first()) and here.is_gone:
        return gone(request, here.why_gone)
    holder: Any = SlugRecord.objects.holder(public.model, slug)
    if holder is not None and public.filter(pk=holder.pk).exists():
        return moved(request, slug=holder.slug)
    if isinstance(holder, Article) and holder.is_gone:
        return gone(request, holder.why_gone)
    raise Http404


def moved(request: HttpRequest, **there: str) -> HttpResponse:
    """To the same kind of page, asked for in the same way, of what goes by another name now."""
    match = request.resolver_match
    address = reverse(match.view_name, kwargs={**match.kwargs, **there})
    query = request.META.get("QUERY_STRING")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)


def gone(request: HttpRequest, why: str = "") -> HttpResponse:
    return render(request, "410.html", {"why": why}, status=410)
