"""What somebody typed into a form of the desk and has not saved: theirs alone, and no part of any history.

One row for each person and thing is kept every few seconds. Every ten minutes of typing its words are also put aside, so that one
can go back an hour; these stay when the thing is saved, as nobody else's, until newer ones take their place.
"""

from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone

PUT_ASIDE_AFTER = timedelta(minutes=10)
MOST_PUT_ASIDE = 12
A_PAUSE = timedelta(seconds=20)  # two forms that are typed into at once do not put each other aside

Fields = dict[str, list[str]]


class OfOnePersonQuerySet(models.QuerySet):
    def of(self, person: Any, model: type[models.Model], object_id: str) -> Self:
        """`object_id` is empty for what is not added yet."""
        return self.filter(person=person, kind=ContentType.objects.get_for_model(model), object_id=object_id)


class ScratchQuerySet(OfOnePersonQuerySet):
    @transaction.atomic
    def keep(
        self, person: Any, model: type[models.Model], object_id: str, fields: Fields, opening: str = ""
    ) -> None:
        """`opening` tells one opened form from another: words of an earlier one are put aside, not written over."""
        now = timezone.now()
        before = self.of(person, model, object_id).select_for_update(no_key=True).first()
        if before is None:
            kind = ContentType.objects.get_for_model(model)
            own = {"person": person, "kind": kind, "object_id": object_id}
            self.update_or_create(**own, defaults={"typed_at": now, "fields": fields, "opening": opening})
        elif before.fields != fields:
            if before.is_worth_putting_aside(opening, now):
                PutAside.objects.put(before)
            self.filter(pk=before.pk).update(typed_at=now, fields=fields, opening=opening)

    def saved(self, person: Any, thing: models.Model) -> None:
        """The words are where they belong."""
        self.of(person, type(thing), str(thing.pk)).delete()

    @transaction.atomic
    def added(self, person: Any, thing: models.Model) -> None:
        """What was put aside before the thing was there becomes its own."""
        self.of(person, type(thing), "").delete()
        PutAside.objects.of(person, type(thing), "").update(object_id=str(thing.pk))


class PutAsideQuerySet(OfOnePersonQuerySet):
    def beside(self, scratch: "Scratch") -> Self:
        return self.filter(person=scratch.person_id, kind=scratch.kind_id, object_id=scratch.object_id)

    def lately(self, scratch: "Scratch", now: datetime) -> bool:
        return self.beside(scratch).filter(typed_at__gt=now - PUT_ASIDE_AFTER).exists()

    def put(self, scratch: "Scratch") -> None:
        names = ("person_id", "kind_id", "object_id", "typed_at", "fields")
        self.create(**{name: getattr(scratch, name) for name in names})
        own = self.beside(scratch)
        kept = own.order_by("-typed_at").values_list("pk", flat=True)[:MOST_PUT_ASIDE]
        own.exclude(pk__in=list(kept)).delete()


class Typed(models.Model):
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=40, blank=True, help_text="Empty for what is not added yet.")
    typed_at = models.DateTimeField()
    fields = models.JSONField(help_text="What a browser would have sent: lists of values by name.")

    class Meta:
        abstract = True
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.person}, {self.typed_at:%Y-%m-%d %H:%M}"


class Scratch(Typed):
    opening = models.CharField(max_length=40, blank=True)

    objects = ScratchQuerySet.as_manager()

    class Meta(Typed.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "object_id"], name="one_scratch_per_person_and_thing"
            )
        ]

    def is_worth_putting_aside(self, opening: str, now: datetime) -> bool:
        is_of_another_form = self.opening != opening and self.typed_at < now - A_PAUSE
        return is_of_another_form or not PutAside.objects.lately(self, now)


class PutAside(Typed):
    objects = PutAsideQuerySet.as_manager()

    class Meta(Typed.Meta):
        indexes = [models.Index(fields=["person", "kind", "object_id", "typed_at"], name="put_aside_of")]
