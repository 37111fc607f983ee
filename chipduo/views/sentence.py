"""Addresses that pin words: a passage of an edition with its sentences, and one of them, with what became of it since."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles import sentences
from articles.marking import mark
from articles.models import Article, Edition, Passage
from articles.views.article import cited_by, numbered
from articles.views.elsewhere import elsewhere, gone
from entities.evidence.pointing import Pointed, passage_of, sentence_of


def passage(request: HttpRequest, slug: str, number: int, key: str) -> HttpResponse:
    live = Edition.objects.for_lists().read_at(slug)
    if live is None:
        return elsewhere(request, Article.objects.public(), slug)
    edition = numbered(live.article, number)
    if edition.suppressed_at:
        return gone(request)
    found = passage_of(live, number, key)
    texts = [found.text[start:end] for start, end in sentences.split(found.text)]
    context = {"live": live, "edition": edition, "passage": found, "sentences": texts}
    return render(request, "articles/passage.html", context)


def sentence(request: HttpRequest, slug: str, number: int, key: str, sentence: int) -> HttpResponse:
    live = Edition.objects.for_lists().read_at(slug)
    if live is None:
        return elsewhere(request, Article.objects.public(), slug)
    edition = numbered(live.article, number)
    if edition.suppressed_at:
        return gone(request)
    pointed = sentence_of(live, passage_of(live, number, key), sentence)
    context = {
        "edition": edition,
        "live": live,
        "passages": with_mark(edition, pointed),
        "citations": cited_by(edition),
        "pointed": pointed,
    }
    return render(request, "articles/edition.html", context)


def with_mark(edition: Edition, pointed: Pointed) -> list[Passage]:
    """The passages of the edition, to be shown and never saved."""
    passages = list(edition.passages.order_by("position"))
    for one in passages:
        if one.pk == pointed.passage.pk:
            one.html = mark(one.html, [(pointed.start, pointed.end)])
    return passages
