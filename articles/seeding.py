"""The record the site starts with: sources, a series, and its articles, published as an editor would publish them."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from taggit.models import Tag

from articles.models import Article, Series, SlugRecord, Source
from articles.seed_files import each, entry_of, manuscript

SEED = Path(__file__).parent / "seed"


def seed(folder: Path = SEED) -> dict[str, int]:
    """Add what is missing and leave what is there as it is; returns what was added. Raises SeedError."""
    return {
        "tags": each(folder, "tags.toml", "tag", lambda row, path: add(Tag, row)),
        "sources": each(folder, "sources.toml", "source", lambda row, path: add(Source, row)),
        "series": each(folder, "series.toml", "series", lambda row, path: add(Series, row)),
        "articles": sum(add_article(path) for path in sorted(folder.glob("*.md"))),
    }


def find(model: type[Model], slug: str) -> Model | None:
    """What has this slug, or had it once."""
    return model._default_manager.filter(slug=slug).first() or SlugRecord.objects.holder(model, slug)


def need(model: type[Model], slug: str) -> Model:
    found = find(model, slug)
    if found is None:
        raise ValidationError(f"There is no {model._meta.verbose_name} “{slug}”.")
    return found


def add(model: type[Model], row: dict[str, Any]) -> bool:
    if find(model, row["slug"]):
        return False
    thing = model(**row)
    thing.full_clean()
    thing.save()
    return True


def add_article(path: Path) -> bool:
    row = manuscript(path)
    with entry_of(path, row.get("slug", "")):
        if find(Article, row["slug"]):
            return False
        tags = row.pop("tags", [])
        series = need(Series, row.pop("series")) if "series" in row else None
        article = Article(**row, series=series)
        article.full_clean()
        article.save()
        article.tags.set([need(Tag, slug) for slug in tags])
        article.publish(editor=None)
    return True
