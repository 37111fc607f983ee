"""The pictures that the site shows: those that lead an article, and those within a text."""

from articles.models import Article, Edition
from chipduo.archive.layout import MEDIA
from entities.models import Entity

TEXTS = [(Article, "body"), (Edition, "body"), (Entity, "about")]


def pictures_shown() -> set[str]:
    return leading() | {
        name
        for model, field in TEXTS
        for text in model._default_manager.filter(**{f"{field}__contains": "media/lead/"}).values_list(
            field, flat=True
        )
        for name in pictures_in(text)
    }


def pictures_in(text: str) -> list[str]:
    return MEDIA.findall(text)


def leading() -> set[str]:
    return {
        name
        for model in (Article, Edition)
        for name in model._default_manager.exclude(lead_image="").values_list("lead_image", flat=True)
    }
