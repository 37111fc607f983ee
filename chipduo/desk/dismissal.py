"""What an editor left as it is, so that its queue asks no more: remembered by a key that outlives rows which are rebuilt."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef

LONGEST_KEY, LONGEST_WORDS = 250, 300


class DismissalQuerySet(models.QuerySet):
    def of(self, queue: str) -> Self:
        return self.filter(queue=queue)

    def covering(self, queue: str) -> Exists:
        """Whether it was left: of rows that carry `key`."""
        return Exists(self.of(queue).filter(key=OuterRef("key")))

    def leave(self, queue: str, key: str, words: str, by) -> None:
        """Leaving what was left already changes nothing: two editors may press at once."""
        self.get_or_create(queue=queue, key=key, defaults={"words": words[:LONGEST_WORDS], "by": by})


class Dismissal(models.Model):
    queue = models.CharField(max_length=40)
    key = models.CharField(max_length=LONGEST_KEY)
    words = models.CharField(max_length=LONGEST_WORDS, help_text="What was left, as it was shown then.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = DismissalQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["queue", "key"], name="a_thing_is_left_once")]

    def __str__(self) -> str:
        return self.words
