"""How the archive speaks of a thing from elsewhere: by what an editor would call it."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model, QuerySet
from taggit.models import Tag

from articles.models import Article, Edition, Passage, Series, Source
from entities.models import Alias, Entity, Event, Phase

User = get_user_model()
NAMED = (Article, Entity, Event, Phase, Series, Source, Tag, Edition, Passage, Alias, User)


def name_of(thing: Any) -> Any:
    """`needs/2#orders` is a passage of an edition of an article. Spellings have no name but their number."""
    if isinstance(thing, Passage):
        return f"{name_of(thing.edition)}#{thing.key}"
    if isinstance(thing, Edition):
        return f"{thing.article.slug}/{thing.number}"
    if isinstance(thing, Alias):
        return thing.pk
    return thing.username if isinstance(thing, User) else thing.slug


def for_naming(model: type[Model]) -> QuerySet:
    """With no more than a name needs."""
    rows: QuerySet = model._base_manager.all()
    if model is Passage:
        fields = ("key", "edition__number", "edition__article__slug")
        return rows.select_related("edition__article").only(*fields)
    if model is Edition:
        return rows.select_related("article").only("number", "article__slug")
    return rows.only("username" if model is User else "pk" if model is Alias else "slug")


class Names:
    """What each name stands for, as primary keys, while an archive is read."""

    def __init__(self) -> None:
        self.known: dict[type[Model], dict[Any, int]] = {model: {} for model in NAMED}

    def learn(self, thing: Model) -> None:
        """Raises ValueError for a name that another thing of its kind has."""
        if type(thing) not in self.known:
            return
        name, mine = name_of(thing), self.known[type(thing)]
        if mine.get(name, thing.pk) != thing.pk:
            raise ValueError(f"“{name}” is there twice")
        mine[name] = thing.pk

    def meant(self, model: type[Model], name: Any) -> int:
        found = self.known[model].get(name)
        if found is None:
            raise ValueError(f"there is no {model._meta.verbose_name} “{str(name)[:120]}” in the archive")
        return found
