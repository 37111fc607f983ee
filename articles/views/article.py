"""The pages of one article that need nothing but the record: its editions, their differences, and its Markdown."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from articles.comparing.diff import DiffBlock, difference, summary
from articles.models import Article, Edition
from articles.views.elsewhere import elsewhere, gone
from articles.views.pages import page_of


def article_list(request: HttpRequest) -> HttpResponse:
    editions = Edition.objects.live().for_lists().newest_first()
    return render(request, "articles/article_list.html", {"page": page_of(request, editions)})


def editions(request: HttpRequest, slug: str) -> HttpResponse:
    live = Edition.objects.for_lists().read_at(slug)
    if live is None:
        return elsewhere(request, Article.objects.public(), slug)
    history = live.article.editions.begun().for_page().order_by("-number")
    return render(request, "articles/editions.html", {"live": live, "page": page_of(request, history)})


def edition(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    live = Edition.objects.for_lists().read_at(slug)
    if live is None:
        return elsewhere(request, Article.objects.public(), slug)
    shown = numbered(live.article, number)
    if shown.suppressed_at:
        return gone(request)
    context = {
        "edition": shown,
        "live": live,
        "canonical": live.article.get_absolute_url() if shown.pk == live.pk else "",
        "passages": shown.passages.all(),
        "citations": cited_by(shown),
    }
    return render(request, "articles/edition.html", context)


def changes(request: HttpRequest, slug: str, first: int, second: int) -> HttpResponse:
    live = Edition.objects.for_lists().read_at(slug)
    if live is None:
        return elsewhere(request, Article.objects.public(), slug)
    if first == second:
        raise Http404("An edition does not differ from itself.")
    old, new = numbered(live.article, first), numbered(live.article, second)
    if old.suppressed_at or new.suppressed_at:
        return gone(request)
    found = difference(blocks_of(old), blocks_of(new))
    context = {"live": live, "old": old, "new": new, "changes": found, "summary": summary(found)}
    return render(request, "articles/changes.html", context)


def corrections(request: HttpRequest) -> HttpResponse:
    corrected = Edition.objects.readable().corrections().for_page().newest_first()
    return render(request, "articles/corrections.html", {"page": page_of(request, corrected)})


def article_markdown(request: HttpRequest, slug: str) -> HttpResponse:
    live = Edition.objects.select_related("article").read_at(slug)
    if live is None:
        return elsewhere(request, Article.objects.public(), slug)
    parts = [f"# {live.title}", live.standfirst, live.byline, live.body.strip()]
    text = "\n\n".join(part for part in parts if part) + "\n"
    return HttpResponse(text, content_type="text/markdown; charset=utf-8")


def numbered(article: Article, number: int) -> Edition:
    found = article.editions.begun().for_page().filter(number=number).first()
    if found is None:
        raise Http404("There is no such edition.")
    return found


def blocks_of(edition: Edition) -> list[DiffBlock]:
    """Title and standfirst are compared too: they are words that readers saw."""
    head = [
        DiffBlock("title", "heading", edition.title),
        DiffBlock("standfirst", "standfirst", edition.standfirst),
    ]
    rows = edition.passages.order_by("position").values_list("key", "kind", "text")
    return [block for block in head if block.text] + [DiffBlock(*row) for row in rows]


def cited_by(edition: Edition):
    return edition.citations.select_related("source")
