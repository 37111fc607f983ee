"""Other words for a tag: who types one of them gets the tag."""

from collections.abc import Iterable
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from taggit.models import Tag


def folded(name: str) -> str:
    return " ".join(name.split()).casefold()


class TagSynonymQuerySet(models.QuerySet):
    def named(self, *names: str) -> Self:
        return self.filter(folded__in=[folded(name) for name in names])

    def put_in(self, names: Iterable[str]) -> list[str]:
        """These names of tags, each synonym among them replaced by what it stands for."""
        names = list(names)
        tags = dict(self.named(*names).values_list("folded", "tag__name"))
        return [tags.get(folded(name), name) for name in names]

    def remember(self, tag: Tag, old_name: str) -> None:
        """After `tag` was renamed: its old name still means it, whoever had the new one as a synonym."""
        self.named(tag.name).delete()
        if folded(old_name) != folded(tag.name):
            self.update_or_create(folded=folded(old_name), defaults={"name": old_name, "tag": tag})


class TagSynonym(models.Model):
    tag = models.ForeignKey(Tag, models.CASCADE, related_name="synonyms")
    name = models.CharField("synonym", max_length=100, help_text="Who types it gets this tag.")
    folded = models.CharField(max_length=300, unique=True, editable=False)

    objects = TagSynonymQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        default_permissions = ()  # who may change tags may change these

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        self.name = " ".join(self.name.split())
        self.folded = folded(self.name)
        if other := Tag.objects.filter(name__iexact=self.name).first():
            raise ValidationError({"name": f"“{other}” is a tag itself: merge the two instead."})
        if other := TagSynonym.objects.named(self.name).exclude(pk=self.pk).select_related("tag").first():
            raise ValidationError({"name": f"“{other}” stands for “{other.tag}” already."})
