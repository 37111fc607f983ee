"""Lists in pages. A page that is not there is 404, never another page."""

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest

PER_PAGE = 50


def page_of(request: HttpRequest, things, per_page: int = PER_PAGE) -> Page:
    asked = request.GET.get("page", "1")
    if not (asked.isascii() and asked.isdigit() and len(asked) < 10):
        raise Http404("Pages are numbered 1, 2, 3.")
    try:
        return Paginator(things, per_page).page(int(asked))
    except InvalidPage as error:
        raise Http404("There is no such page.") from error
