"""What search looks through: one row for each thing that can be found, in the words of entities.search. Derived; rebuilt at will."""

from django.db import models

from articles.models import Edition, Source
from entities.models.entity import Entity
from entities.models.event import Event
from entities.models.one_of import exactly_one

THINGS = ("edition", "entity", "event", "source")


class Findable(models.Model):
    """A line of `title` is a name; the first line of `body` is what stands beside it, and each other one a passage.

    `begins` holds the whole words of the title, for who is still typing; `facets` by what it can be narrowed.
    """

    edition = models.OneToOneField(Edition, models.CASCADE, null=True, related_name="findable")
    entity = models.OneToOneField(Entity, models.CASCADE, null=True, related_name="findable")
    event = models.OneToOneField(Event, models.CASCADE, null=True, related_name="findable")
    source = models.OneToOneField(Source, models.CASCADE, null=True, related_name="findable")
    title = models.TextField(blank=True)
    body = models.TextField(blank=True)
    begins = models.TextField(blank=True)
    facets = models.TextField(blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=exactly_one(*THINGS), name="findable_is_one_thing")]

    def __str__(self) -> str:
        return str(self.edition or self.entity or self.event or self.source)


class KnownWord(models.Model):
    """A word that stands in something findable, for who mistyped it. Words stay; what they would find is asked first."""

    folded = models.CharField(max_length=60, unique=True)

    def __str__(self) -> str:
        return self.folded
