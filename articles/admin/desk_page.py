"""A page of the desk that is ours, within the frame of the stock admin."""

from typing import Any

from django.contrib.admin import site
from django.http import HttpRequest
from django.template.response import TemplateResponse

from articles.models import Article


def desk_page(
    request: HttpRequest, template: str, title: str, *, status: int = 200, **context: Any
) -> TemplateResponse:
    context = {**site.each_context(request), "title": title, **context}
    return TemplateResponse(request, template, context, status=status)


def article_page(
    request: HttpRequest, desk, article: Article, template: str, title: str, **context: Any
) -> TemplateResponse:
    whole = f"admin/articles/article/{template}"
    return desk_page(request, whole, title, opts=desk.opts, article=article, **context)
