"""A page of the desk about one article, beside its form."""

from typing import Any

from django.http import HttpRequest
from django.template.response import TemplateResponse

from articles.models import Article


def article_page(
    request: HttpRequest, desk, article: Article, template: str, **context: Any
) -> TemplateResponse:
    shown = {**desk.admin_site.each_context(request), "opts": desk.opts, "article": article, **context}
    return TemplateResponse(request, f"admin/articles/article/{template}", shown)
