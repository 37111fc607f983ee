"""Who is at which form of the desk just now. It passes by itself."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

HEARD_OF = timedelta(seconds=60)  # a script says so every twenty seconds
OPENED = timedelta(minutes=10)  # without a script nothing more is heard


class PresenceQuerySet(models.QuerySet):
    def note(self, person: Any, thing: models.Model, lasting: timedelta) -> None:
        own = {"person": person, "kind": ContentType.objects.get_for_model(thing), "object_id": thing.pk}
        self.update_or_create(**own, defaults={"until": timezone.now() + lasting})

    def others_at(self, thing: models.Model, person: Any) -> list[str]:
        """The names of those who are there besides this person, each once."""
        kind = ContentType.objects.get_for_model(thing)
        there = self.filter(kind=kind, object_id=thing.pk, until__gt=timezone.now()).exclude(person=person)
        return [name_of(presence.person) for presence in there.select_related("person").order_by("pk")]


class Presence(models.Model):
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    until = models.DateTimeField()

    objects = PresenceQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id", "person"], name="one_presence_per_thing_and_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, until {self.until:%Y-%m-%d %H:%M}"


def name_of(person: Any) -> str:
    return person.get_full_name() or person.get_username()
