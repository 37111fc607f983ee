"""Addresses that something once had. Each points at the thing itself, so redirects neither chain nor loop."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction


class SlugRecordQuerySet(models.QuerySet):
    def holder(self, model: type[models.Model], slug: str) -> models.Model | None:
        """What now answers to an old address of this kind, or None."""
        kind = ContentType.objects.get_for_model(model)
        record = self.filter(content_type=kind, slug=slug).first()
        return record.content_object if record else None

    @transaction.atomic
    def remember(self, thing: models.Model, old_slug: str) -> None:
        """From now on `old_slug` leads to `thing`, whose slug has already changed, if readers can have followed it there.

        Another's record of the new slug stays: until `thing` is public there, the old address goes on working.
        """
        kind = ContentType.objects.get_for_model(thing)
        self.filter(content_type=kind, slug=thing.slug, object_id=thing.pk).delete()
        if old_slug != thing.slug and getattr(thing, "was_ever_public", True):  # tags do not say
            self.update_or_create(content_type=kind, slug=old_slug, defaults={"object_id": thing.pk})

    @transaction.atomic
    def hand_over(self, gone: models.Model, heir: models.Model) -> None:
        """All addresses of `gone`, which is about to be deleted, lead to `heir`."""
        kind = ContentType.objects.get_for_model(gone)
        self.filter(content_type=kind, object_id=gone.pk).update(object_id=heir.pk)
        self.update_or_create(content_type=kind, slug=gone.slug, defaults={"object_id": heir.pk})


class SlugRecord(models.Model):
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    content_object = GenericForeignKey()
    slug = models.CharField(max_length=100)

    objects = SlugRecordQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["content_type", "slug"], name="one_holder_per_old_slug")
        ]
        indexes = [models.Index(fields=["content_type", "object_id"])]

    def __str__(self) -> str:
        return self.slug


class Addressed(models.Model):
    """Something with a slug that may change, and whose old addresses go on leading to it."""

    slug = models.SlugField(
        max_length=100, unique=True, help_text="The last part of the address. Old addresses go on working."
    )

    class Meta:
        abstract = True

    @property
    def was_ever_public(self) -> bool:
        return True
