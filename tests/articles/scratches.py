"""What is typed into the form of an article and not saved."""

from django.test import Client
from django.urls import reverse

from articles.models import Article
from tests.desk import form_on


def page_of(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def scratch_of(article: Article) -> str:
    return reverse("admin:articles_article_scratch", args=[article.pk])


def typed(desk: Client, article: Article, **changes: str) -> dict:
    """What is kept while somebody types."""
    fields = {**form_on(desk.get(page_of(article))), **changes}
    answer = desk.post(scratch_of(article), fields)
    assert answer.status_code == 200
    return answer.json()
