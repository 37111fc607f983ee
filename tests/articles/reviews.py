"""The page on which an article is reviewed."""

from django.urls import reverse

from articles.models import Article

QUOTE = "SMIC may catch up."


def review_page_of(article: Article) -> str:
    return reverse("admin:article_review", args=[article.pk])


def press(desk, article: Article, button: str, value: str = "1", **fields: str):
    return desk.post(review_page_of(article), {button: value, "seen": str(article.version), **fields})
